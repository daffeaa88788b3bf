import type { FastifyRequest } from 'fastify';
import { visitOf } from '../visit.js';

/** Pages of the console, and of the past, and nothing else: whoever comes in must not be led away by a link that somebody made. */
const ofConsole = /^\/admin(?:\/(?!entrer|sortir)[\w/-]*)?(?:\?[\w=&%.~+-]*)?$/;
const ofThePast = /^\/(?!admin\b)(?:[\w-]+(?:\/[\w-]+)*(?:\.\w+)?)?\?(?:[\w=&%.~+:-]*&)?le=[\w=&%.~+:-]*$/;

/** The page that somebody wants who is on the way in, if one is said. */
export const wantedBy = (request: FastifyRequest): string | undefined => {
  const page = visitOf(request).query['vers'];
  return page !== undefined && [ofConsole, ofThePast].some((one) => one.test(page)) ? page : undefined;
};

/** A path of the console, in the language of the request. */
export const pathOf = (path: string, request: FastifyRequest): string => {
  const { language } = visitOf(request);
  return language === 'fr' ? path : `${path}${path.includes('?') ? '&' : '?'}lang=${language}`;
};
