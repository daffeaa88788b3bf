import type { RequestListener } from 'node:http';
import { listen } from '../testing/loopback.js';
import type { Preferred } from './accept.js';
import { HttpFetcher } from './http-fetcher.js';

/** What a client asks for, the most wanted first; of two as wanted, the one that is named first. */
const wanted = (accept: string): string[] =>
  accept
    .split(',')
    .map((range) => {
      const [type = '', ...parameters] = range.trim().split(/\s*;\s*/);
      const q = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return { type, q: Number(q ?? 1) };
    })
    .sort((one, other) => other.q - one.q)
    .map(({ type }) => type);

const fits = (range: string, type: string): boolean =>
  range === '*/*' || range === type || (range.endsWith('/*') && type.startsWith(range.slice(0, -1)));

/** Gives the most wanted of what it has, as RFC 9110 (12.5.1) says; 406 where nothing is. */
const negotiating =
  (...has: string[]) =>
  (accept: string): string =>
    wanted(accept).flatMap((range) => has.filter((type) => fits(range, type)))[0] ?? 'none';

/** Rails takes whoever would take anything beside other types for a browser, and gives it the page. */
const asRails =
  (...has: string[]) =>
  (accept: string): string =>
    /,\s*\*\/\*|\*\/\*\s*,/.test(accept) ? 'text/html' : negotiating(...has)(accept);

/** WordPress with ActivityPub looks only whether it is named at all. */
const asWordPress =
  (feed: string) =>
  (accept: string): string =>
    /application\/(activity|ld)\+json/.test(accept) ? 'application/activity+json' : feed;

const activities = 'application/activity+json';
const [atom, calendar, html] = ['application/atom+xml', 'text/calendar', 'text/html'];

describe('what is asked for', () => {
  const given = async (choose: (accept: string) => string, prefers?: Preferred): Promise<string> => {
    const answer: RequestListener = ({ headers }, response) => {
      const type = choose(headers.accept ?? '');
      response.writeHead(type === 'none' ? 406 : 200, { 'content-type': type }).end('x');
    };
    const server = await listen(answer);
    try {
      const fetcher = new HttpFetcher({ userAgent: 'Relais/test', allowPrivate: true });
      const result = await fetcher.fetch({ url: server.origin, ...(prefers && { prefers }) });
      return result.status === 'fetched' ? result.mediaType : result.status;
    } finally {
      await server.close();
    }
  };

  it.each([
    ['the feed of a page', negotiating(html, atom), atom],
    ['the calendar of a page', negotiating(html, calendar), calendar],
    ['the feed where there is ActivityStreams too', negotiating(html, activities, atom), atom],
    ['the feed where one is, of a server that would rather give one post', asWordPress(atom), atom],
    ['the page where there is nothing else for us', negotiating(html, 'image/png'), html],
    ['what there is', negotiating('application/json'), 'application/json'],
  ])('is, of most addresses, %s', async (_what, choose, type) => {
    expect(await given(choose)).toBe(type);
  });

  it.each([
    ['as any server gives it', negotiating(html, activities, atom), activities],
    ['as Mastodon gives it, of which most others would have the page', asRails(html, activities, atom), activities],
    ['by its other name, as ActivityPub has it', negotiating(html, 'application/ld+json'), 'application/ld+json'],
    ['as WordPress gives it', asWordPress(atom), activities],
    ['as plain JSON', negotiating(html, 'application/json'), 'application/json'],
    ['or the feed', asRails(html, atom), atom],
    ['or the calendar', negotiating(calendar, html), calendar],
    ['or the page', asRails(html), html],
  ])('is ActivityStreams where that is preferred: %s', async (_how, choose, type) => {
    expect(await given(choose, 'activitystreams')).toBe(type);
  });
});
