import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Session } from './admissions.js';

const name = 'relais-admin';

/** Not for scripts, not when another site leads here. For all pages, since an admin may ask any of them for the past. */
const attributes = (publicUrl: string) =>
  ({ path: '/', httpOnly: true, sameSite: 'strict', secure: publicUrl.startsWith('https:') }) as const;

export const sessionOf = ({ cookies }: FastifyRequest): string | undefined => cookies[name];

export const keepSession = (reply: FastifyReply, { value, seconds }: Session, publicUrl: string): void =>
  void reply.setCookie(name, value, { ...attributes(publicUrl), maxAge: seconds });

export const forgetSession = (reply: FastifyReply, publicUrl: string): void =>
  void reply.clearCookie(name, attributes(publicUrl));

/**
 * Whether a browser says that a page of another site sent this. Programs say nothing, and have nobody's cookie. Over plain http
 * browsers send an Origin alone: it is ours, since the console lets itself know where a reader came from (see `reply.ts`).
 */
export const isForeign = ({ headers }: Pick<FastifyRequest, 'headers'>): boolean => {
  const { 'sec-fetch-site': site, origin } = headers;
  if (site !== undefined) return site !== 'same-origin';
  return origin !== undefined && URL.parse(origin)?.host !== headers.host;
};
