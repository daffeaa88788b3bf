import type { Fetched } from '../source-format.js';

/** A document as if it had been fetched: what a test does not say is the same for all of them. */
export const fetched = (body: string | Uint8Array, said: Partial<Fetched> = {}): Fetched => ({
  url: 'https://exemple.test/dossier/flux',
  mediaType: '',
  body: typeof body === 'string' ? Buffer.from(body) : body,
  fetchedAt: '2026-11-01T12:00:00Z',
  zone: 'Europe/Paris',
  ...said,
});
