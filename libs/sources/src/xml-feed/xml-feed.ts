import RssParser from 'rss-parser';
import { decodedText } from '../decoded-text.js';
import { reportOf } from '../report.js';
import { UnreadableDocument, type Fetched, type ReadDocument, type Report, type SourceFormat } from '../source-format.js';
import { canonicalAtom, type CanonicalAtom } from './canonical-atom.js';
import { feedIn } from './dialects.js';
import { rootOf } from './elements.js';

type Feed = { 'h:link'?: string; 'h:language'?: string };
type Item = Partial<Record<'id' | 'h:link' | 'h:published' | 'h:updated' | 'h:author' | 'h:language' | 'h:body', string>> & {
  categories?: readonly string[];
};

const parser = new RssParser<Feed, Item>({
  customFields: {
    feed: ['h:link', 'h:language'],
    item: [
      ...(['h:link', 'h:published', 'h:updated', 'h:author', 'h:language', 'h:body'] as const),
      ['h:category', 'categories', { keepArray: true }],
    ] as never[],
  },
});

type Parsed = RssParser.Output<Item>;

const read = async (fetched: Fetched): Promise<ReadDocument> => {
  const root = rootOf(decodedText(fetched.body, fetched.mediaType), fetched.url);
  const feed = root && feedIn(root);
  if (feed === undefined) throw new UnreadableDocument(`XML whose root is <${root?.name ?? ''}>; expected a feed (rss, rdf:RDF or feed)`);
  const canonical = canonicalAtom(feed);
  const parsed = (await parser.parseString(canonical.xml)) as Feed & Parsed;
  const ids = parsed.items.map(({ id }) => id);
  const repeated = new Set(ids).size < ids.filter(Boolean).length;
  const errors = [...canonical.errors];
  const reports = parsed.items.flatMap((item, index) => {
    const report = reportOfItem(item, canonical, fetched, { repeated, language: parsed['h:language'] });
    if (report === undefined) errors.push({ where: `item ${index + 1}`, what: 'empty: no id, link, title or text' });
    return report ?? [];
  });
  const [title, link] = [parsed.title, parsed['h:link']];
  return { ...(title && { title }), ...(link && { link }), reports, errors };
};

/** The key is the guid, else the link, else the title; where guids repeat within the feed, guid and link together. */
const keyOf = (item: Item & RssParser.Item, repeated: boolean): string | undefined => {
  const link = item['h:link'];
  if (item.id) return repeated && link ? `${item.id}|${link}` : item.id;
  return link ?? item.title;
};

const reportOfItem = (
  item: Item & RssParser.Item,
  { bodies }: CanonicalAtom,
  fetched: Fetched,
  feed: { repeated: boolean; language: string | undefined },
): Report | undefined => {
  const body = bodies[Number(item['h:body']?.slice(1))];
  const key = keyOf(item, feed.repeated) ?? body?.html.slice(0, 200);
  if (!key) return undefined;
  const published = item['h:published'];
  const language = item['h:language'] ?? feed.language;
  return reportOf({
    kind: 'news',
    item: key,
    title: item.title,
    html: body?.html,
    link: item['h:link'],
    base: body?.base ?? fetched.url,
    updated: item['h:updated'],
    author: item['h:author'],
    ...(published && { published }),
    ...(language && { language }),
    ...(item.categories && item.categories.length > 0 && { themes: item.categories }),
  });
};

/** RSS 0.9x, 1.0, 1.1, 2.0 and Atom 0.3, 1.0. */
export const xmlFeed: SourceFormat = {
  name: 'xml-feed',
  recognises: ({ mediaType }, text) =>
    (/^<(?!!doctype html|html)/i.test(text) && /<(\w+:)?(rss|rdf|feed|channel)[\s>]/i.test(text) && !/html/i.test(mediaType)) ||
    /^<\?xml[\s\S]*<(\w+:)?(rss|rdf|feed)[\s>]/i.test(text),
  read,
};
