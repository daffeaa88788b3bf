import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Session } from './admissions.js';

const name = 'relais-admin';

/** For the console only, not for scripts, not when another site leads here. */
const attributes = (publicUrl: string) =>
  ({ path: '/admin', httpOnly: true, sameSite: 'strict', secure: publicUrl.startsWith('https:') }) as const;

export const sessionOf = ({ cookies }: FastifyRequest): string | undefined => cookies[name];

export const keepSession = (reply: FastifyReply, { value, seconds }: Session, publicUrl: string): void =>
  void reply.setCookie(name, value, { ...attributes(publicUrl), maxAge: seconds });

export const forgetSession = (reply: FastifyReply, publicUrl: string): void =>
  void reply.clearCookie(name, attributes(publicUrl));

/** Whether a browser says that a page of another site sent this. Programs say nothing, and have nobody's cookie. */
export const isForeign = ({ headers }: FastifyRequest): boolean => {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin';
  return headers.origin !== undefined && URL.parse(headers.origin)?.host !== headers.host;
};
