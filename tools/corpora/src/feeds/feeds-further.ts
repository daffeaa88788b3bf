import { pathToFileURL } from 'node:url';
import { readDocument, type ReadDocument } from '@relais/sources';
import { FileFetcher } from '@relais/transport';
import type { Figure, Measurement } from '../figure.ts';
import { shared } from '../shared.ts';
import { says } from './agreement.ts';
import { byFeedsmith } from './by-feedsmith.ts';
import type { Fact } from './facts.ts';
import type { GoldenDocument } from './golden-documents.ts';
import { rssParser, rssParserDocuments } from './rss-parser-facts.ts';
import { readBySight, seenDocuments } from './seen-facts.ts';
import { venus, venusDocuments } from './venus-facts.ts';

const address = 'https://exemple.test/dossier/flux';

const fetcher = new FileFetcher();

/** As the collector has it before it is read: unpacked, where it is gzip. The peer is given the same. */
const bodyOf = async (path: string): Promise<Uint8Array> => {
  const fetched = await fetcher.fetch({ url: pathToFileURL(shared(path)).href });
  if (fetched.status !== 'fetched') throw new Error(`${path} was not read: ${fetched.status}`);
  return fetched.body;
};

/** Nothing is known of how they were served. */
const ours = async (body: Uint8Array): Promise<ReadDocument> =>
  (await readDocument({ url: address, mediaType: '', body, fetchedAt: '2026-11-01T12:00:00Z', zone: 'UTC' })).document;

/** None where it cannot read the document. */
const byPeer = (body: Uint8Array): readonly ReadDocument[] => {
  try {
    return byFeedsmith(body, '');
  } catch {
    return [];
  }
};

/** As it is said here: links absolute, instants to the second, no white space around ids. Others who leave them are as right. */
const asOurs = (fact: Fact): Fact => {
  const { field, expected } = fact;
  if (field === 'id') return { ...fact, expected: String(expected).trim() };
  if (field === 'date' && typeof expected === 'string') return { ...fact, expected: expected.replace(/\.\d+Z$/, 'Z') };
  return field === 'link' ? { ...fact, expected: URL.parse(String(expected), address)?.href ?? expected } : fact;
};

type Counted = Readonly<{ right: number; peer: number; all: number; files: number; unread: number }>;

const counted = async (documents: readonly GoldenDocument[], tell: (line: string) => void): Promise<Counted> => {
  let [right, peer, all, unread] = [0, 0, 0, 0];
  for (const { path, facts } of documents) {
    const body = await bodyOf(path);
    const read = await ours(body).catch((error: unknown) => tell(`${path}: ${String(error)}`));
    const peers = byPeer(body);
    if (!read) unread++;
    for (const fact of facts) {
      all++;
      const said = asOurs(fact);
      if (read && says(read, said, address)) right++;
      else tell(`${path}: ${JSON.stringify(fact)} ${JSON.stringify(read?.reports[fact.item ?? 0])?.slice(0, 500)}`);
      if (peers.some((one) => says(one, fact, address) || says(one, said, address))) peer++;
    }
  }
  return { right, peer, all, files: documents.length, unread };
};

const measurement = (name: string, { right, peer, all, files, unread }: Counted, facts: string): Measurement => ({
  name,
  figure: right,
  unit: `facts of ${all}`,
  ceiling: all,
  peer,
  ratio: Number((right / all).toFixed(4)),
  conditions: { files, 'files not read': unread, facts, peer: 'feedsmith 3.0.1 on the same documents' },
});

const sum = (counts: readonly Counted[], of: keyof Counted): number =>
  counts.reduce((total, one) => total + one[of], 0);

/**
 * Titles, links, ids and dates of feeds that little here was written by. Most facts are rss-parser's, which stands behind our own front:
 * the share of the others is told beside.
 */
export const feedsFurther: Figure = {
  name: 'feeds-further',
  needs: [venus, rssParser, ...readBySight],
  async measure(tell) {
    const counts = [
      await counted(venusDocuments(), tell),
      await counted(rssParserDocuments(), tell),
      await counted(seenDocuments(), tell),
    ] as const;
    const [right, peer, all] = [sum(counts, 'right'), sum(counts, 'peer'), sum(counts, 'all')];
    const [files, unread] = [sum(counts, 'files'), sum(counts, 'unread')];
    return [
      measurement(
        'feeds-further',
        { right, peer, all, files, unread },
        `titles, links, ids and dates of the three sets below; without rss-parser's own: ${right - counts[1].right} of ${all - counts[1].all}`,
      ),
      measurement('feeds-further-venus', counts[0], 'what Planet Venus expects of documents with one entry'),
      measurement(
        'feeds-further-rss-parser',
        counts[1],
        'what rss-parser made of published feeds, in its own tests; Relais has it behind its own front, so that they agree says less',
      ),
      measurement(
        'feeds-further-seen',
        counts[2],
        'what people see who open the documents of node-feedparser, Miniflux and Feedbin',
      ),
    ];
  },
};
