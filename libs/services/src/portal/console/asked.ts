import type { FastifyRequest } from 'fastify';

/** What a page of the console was asked for by its address: its pages are nobody else's, so any parameter may mean something. */
export const askedOf = ({ query }: FastifyRequest): Readonly<Partial<Record<string, string>>> =>
  Object.fromEntries(
    Object.entries((query ?? {}) as Record<string, unknown>).map(([name, value]) => [
      name,
      String(Array.isArray(value) ? value.at(-1) : value),
    ]),
  );
