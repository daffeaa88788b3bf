import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Conditions, ServedReply } from './served-documents.js';

/** What every answer says to the browser: nothing of others is loaded, framed, sniffed or told where the reader came from. */
const protection = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

export const conditionsOf = ({ headers }: FastifyRequest): Conditions => ({
  ifNoneMatch: headers['if-none-match'],
  ifModifiedSince: headers['if-modified-since'],
  acceptEncoding: headers['accept-encoding'],
});

export const sendServed = async (reply: FastifyReply, { status, headers, body }: ServedReply): Promise<void> => {
  await reply
    .status(status)
    .headers({ ...protection, ...headers })
    .send(body);
};

/** The console knows its own forms by where they come from, also over plain http, where browsers say so in no other way. */
const ofConsole = ({ request }: FastifyReply): object =>
  /^\/admin(?:[/?]|$)/.test(request.url) ? { 'referrer-policy': 'same-origin' } : {};

/** A page that has a script of ours may run it, and be told by us what changes; still nothing of others. */
const scripted = {
  'content-security-policy': `${protection['content-security-policy']}; script-src 'self'; connect-src 'self'`,
} as const;

/** An answer to this request alone, kept nowhere. */
export const sendOnce = async (
  reply: FastifyReply,
  status: number,
  mediaType: string,
  body: string,
  hasScript = false,
): Promise<void> => {
  await reply
    .status(status)
    .headers({ ...protection, ...(hasScript && scripted), ...ofConsole(reply) })
    .headers({ 'content-type': mediaType, 'cache-control': 'no-store' })
    .send(body);
};
