import type { FastifyRequest } from 'fastify';
import { visitOf } from '../visit.js';

/** A path of the console, in the language of the request. */
export const pathOf = (path: string, request: FastifyRequest): string => {
  const { language } = visitOf(request);
  return language === 'fr' ? path : `${path}${path.includes('?') ? '&' : '?'}lang=${language}`;
};
