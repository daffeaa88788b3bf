import { parseFeed } from 'feedsmith';
import type { ReadDocument } from '@relais/sources';

type Loose = Readonly<Record<string, unknown>>;

const of = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((found, name) => (found as Loose | undefined)?.[name], value);
/** A text, whether it comes by itself or with its type. */
const text = (value: unknown): string | undefined => {
  const found = typeof value === 'object' && value !== null ? (value as Loose)['value'] : value;
  return typeof found === 'string' ? found : undefined;
};
const first = (...values: readonly unknown[]): string | undefined =>
  values.map(text).find((value) => value !== undefined);
const list = (value: unknown): readonly Loose[] => (Array.isArray(value) ? (value as Loose[]) : []);

/** The link to the page itself, of all that there are. */
const link = (one: unknown): string | undefined => {
  const links = list(of(one, 'links'));
  const own = links.find(({ rel }) => rel === undefined || rel === 'alternate');
  return first(of(one, 'link'), of(one, 'url'), own?.['href']);
};

const instant = (value: string | undefined): string | undefined => {
  const time = value === undefined ? NaN : Date.parse(value);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
};

/** What the facts ask for under several names, by each: a fact is right where any of them says it. */
const views = [
  { body: ['content', 'encoded'], date: 'published' },
  { body: ['content'], date: 'updated' },
  { body: ['description'], date: 'pubDate' },
  { body: ['summary'], date: 'date' },
] as const;

type View = (typeof views)[number];

const dateIn = (one: unknown, { date }: View): string | undefined =>
  instant(first(of(one, date), ...(date === 'date' ? [of(one, 'dc', 'dates', 0), of(one, 'lastBuildDate')] : [])));
const who = (one: unknown): string | undefined =>
  first(of(one, 'authors', 0, 'name'), of(one, 'dc', 'creators', 0), of(one, 'managingEditor'));

const report = (item: Loose, view: View): ReadDocument['reports'][number] => {
  const [updated, author] = [dateIn(item, view), who(item)];
  const themes = list(item['categories']).flatMap((category) => first(category['name'], category['term']) ?? []);
  const [address, summary] = [link(item), text(of(item, ...view.body))];
  return {
    item: (first(item['id'], item['guid'], of(item, 'rdf', 'about')) ?? '') as never,
    fields: {
      kind: 'news',
      title: first(item['title']) ?? '',
      ...(address !== undefined && { link: address }),
      ...(summary !== undefined && { summary }),
      themes,
    },
    ...(updated !== undefined && { updated }),
    ...(author !== undefined && { author }),
  };
};

/**
 * A document as feedsmith reads it, in our words, seen from every side that a fact may ask for. Throws where feedsmith does.
 * It takes text: the bytes are decoded by what the server says, else as UTF-8.
 */
export const byFeedsmith = (body: Uint8Array, mediaType: string): readonly ReadDocument[] => {
  const charset = /charset="?([\w-]+)/i.exec(mediaType)?.[1] ?? 'utf-8';
  const { feed } = parseFeed(new TextDecoder(charset).decode(body)) as { feed: Loose };
  const items = list(feed['items'] ?? feed['entries']);
  return views.map((view): ReadDocument => {
    const [title, address, author, updated] = [first(feed['title']), link(feed), who(feed), dateIn(feed, view)];
    const description = first(feed['description'], feed['subtitle']);
    const rights = first(feed['copyright'], feed['rights']);
    const id = first(feed['id']);
    return {
      ...(title !== undefined && { title }),
      ...(address !== undefined && { link: address }),
      about: {
        ...(id !== undefined && { id }),
        ...(description !== undefined && { description }),
        ...(rights !== undefined && { rights }),
        ...(author !== undefined && { author }),
        ...(updated !== undefined && { updated }),
      },
      reports: items.map((item) => report(item, view)),
      errors: [],
    };
  });
};
