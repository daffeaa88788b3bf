import { createHash } from 'node:crypto';
import type { Site } from './site.ts';

/** Everything that the portal shows, by its path: hashes of the bytes. */
export type Shown = ReadonlyMap<string, string>;

const formats = ['rss', 'atom', 'json'];
const entrances = [
  ...['/', '/agenda?depuis=2000-01-01', '/agenda.ics?depuis=2000-01-01', '/sources.opml', '/lettres'],
  ...formats.map((format) => `/feed.${format}?nombre=1000`),
];

const linksIn = (html: string): string[] =>
  [...html.matchAll(/\shref="(\/[^"#]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));

/** An answer as it is compared with that of another run. */
type Compared = (path: string, body: Buffer) => Buffer | string;

/**
 * What is made anew in each data folder is left out: the ids of events, which the story of a gathering shows as JSON, and the
 * key that checkpoints are signed with, which the page of the journal names.
 */
export const whateverTheFolder: Compared = (path, body) => {
  if (path.endsWith('/histoire.json'))
    return body.toString().replaceAll(/"[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}"/g, '""');
  if (/^\/journal(?:\?|$)/.test(path)) return body.toString().replaceAll(/\+[\da-f]{8}\+[\w+/]+=*/g, '');
  return body;
};

/** Follows every link from the first pages on, and takes the whole history of each feed and calendar too. */
export const crawl = async (site: Site, compared: Compared = (_path, body) => body): Promise<Shown> => {
  const found = new Set(entrances);
  const shown = new Map<string, string>();
  const visit = async (path: string): Promise<void> => {
    const answer = await site.get(path);
    const body = Buffer.from(await answer.arrayBuffer());
    if (answer.status !== 200) throw new Error(`${path} is linked to, and answers ${answer.status}`);
    shown.set(path, createHash('sha256').update(compared(path, body)).digest('hex'));
    if ((answer.headers.get('content-type') ?? '').startsWith('text/html'))
      for (const link of linksIn(body.toString())) found.add(link);
  };
  for (let waiting = [...found]; waiting.length > 0; waiting = [...found].filter((path) => !shown.has(path)))
    for (let at = 0; at < waiting.length; at += 8) await Promise.all(waiting.slice(at, at + 8).map(visit));
  return new Map([...shown].sort(([one], [other]) => (one < other ? -1 : 1)));
};

/** Paths that are shown otherwise, or only by one of the two. */
export const differences = (one: Shown, other: Shown): string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter((path) => one.get(path) !== other.get(path));
