import type { Validators } from './fetcher.js';

/** The headers of an answer, by their names in lower case. */
type AnswerHeaders = Readonly<Record<string, string | string[] | undefined>>;

const day = 86_400;
/** Longer than this no server is believed to mean to be left alone. */
export const longestRest = 14 * day;

export const one = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header[0] : header;

export const validatorsOf = (headers: AnswerHeaders): Validators => {
  const [etag, lastModified] = [one(headers['etag']), one(headers['last-modified'])];
  return { ...(etag && { etag }), ...(lastModified && { lastModified }) };
};

/** Seconds from the answer's own date, or from now: a server's clock may be wrong, its intervals seldom are. */
const secondsUntil = (date: string, headers: AnswerHeaders, now: number): number => {
  const said = Date.parse(one(headers['date']) ?? '');
  return Math.ceil((Date.parse(date) - (Number.isNaN(said) ? now : said)) / 1_000);
};

const rest = (seconds: number): number | undefined => (seconds > 0 ? Math.min(seconds, longestRest) : undefined);

/** In how many seconds to ask again, as Retry-After says in seconds or by a date; at most {@link longestRest}. */
export const retryAfterOf = (headers: AnswerHeaders, now = Date.now()): number | undefined => {
  const said = one(headers['retry-after'])?.trim() ?? '';
  return rest(/^\d+$/.test(said) ? Number(said) : secondsUntil(said, headers, now));
};

const directives = (headers: AnswerHeaders): ReadonlyMap<string, string> =>
  new Map(
    [headers['cache-control'] ?? []]
      .flat()
      .flatMap((line) => line.split(','))
      .map((directive) => {
        const [name = '', value = ''] = directive.split('=');
        return [name.trim().toLowerCase(), value.trim().replaceAll('"', '')];
      }),
  );

/** For how many seconds the document stays as it is: Cache-Control's max-age less Age, or else Expires. */
export const freshForOf = (headers: AnswerHeaders, now = Date.now()): number | undefined => {
  const said = directives(headers);
  if (said.has('no-store') || said.has('no-cache')) return undefined;
  const maxAge = said.get('max-age');
  if (maxAge === undefined) return rest(secondsUntil(one(headers['expires']) ?? '', headers, now));
  if (!/^\d+$/.test(maxAge)) return undefined;
  const age = one(headers['age']) ?? '';
  return rest(Number(maxAge) - (/^\d+$/.test(age) ? Number(age) : 0));
};
