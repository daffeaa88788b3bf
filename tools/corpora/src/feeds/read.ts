import RssParser from 'rss-parser';
import sanitizeHtml from 'sanitize-html';
import { readDocument } from '@relais/sources';
import type { Figure, Measurement } from '../figure.ts';
import { agenda, atom, rss } from './synthetic-feeds.ts';

const items = 1_000;
const rounds = 7;

/** Seconds of processor time, all threads together. */
const cpuOf = async (work: () => Promise<unknown>): Promise<number> => {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};

const ours = (body: Uint8Array): ReturnType<typeof readDocument> =>
  readDocument({
    ...{ url: 'https://exemple.test/flux', mediaType: 'text/xml', body },
    ...{ fetchedAt: '2026-11-01T12:00:00Z', zone: 'Europe/Paris' },
  });

/** The same work the plain way: parsed by rss-parser, each text sanitised by sanitize-html. */
const plain = async (body: Uint8Array): Promise<unknown> => {
  const feed = await new RssParser().parseString(new TextDecoder().decode(body));
  const texts = feed.items.map((item) => (item['content:encoded'] as string | undefined) ?? item.content ?? '');
  return texts.map((text) => sanitizeHtml(text));
};

const middle = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;

/** Both in turn, after a round that warms up; the middle of the rounds counts. */
const compared = async (body: Uint8Array): Promise<{ ours: number; plain: number }> => {
  const took: { ours: number; plain: number }[] = [];
  for (let round = 0; round <= rounds; round++)
    took.push({ ours: await cpuOf(() => ours(body)), plain: await cpuOf(() => plain(body)) });
  const counted = took.slice(1);
  return { ours: middle(counted.map((one) => one.ours)), plain: middle(counted.map((one) => one.plain)) };
};

const rounded = (value: number): number => Number(value.toPrecision(4));

export const read: Figure = {
  name: 'read',
  needs: [],
  async measure() {
    const documents = { rss: rss(items), atom: atom(items), agenda: agenda(items) };
    let right = 0;
    const rates: { bytes: { ours: number; plain: number }; items: { ours: number; plain: number }; what: string }[] =
      [];
    for (const [what, text] of Object.entries(documents)) {
      const body = Buffer.from(text);
      right += (await ours(body)).document.reports.filter(({ fields }) => fields.title && fields.summary).length;
      const took = await compared(body);
      const rate = (amount: number) => ({ ours: amount / took.ours, plain: amount / took.plain });
      rates.push({ bytes: rate(body.length / 1e6), items: rate(items), what });
    }
    const slowest = (by: 'bytes' | 'items', name: string, unit: string): Measurement => {
      const [worst] = rates.toSorted((one, other) => one[by].ours - other[by].ours);
      if (worst === undefined) throw new Error('nothing was read');
      const conditions = {
        figure: `bytes to sanitised report, a second of processor time; the slowest of three feeds: ${worst.what}`,
        'all three': rates.map((one) => `${one.what} ${rounded(one[by].ours)}`).join(', '),
        'as fast as the peer, times': rounded(worst[by].ours / worst[by].plain),
        ...{ items, rounds, node: process.versions.node },
        peer: 'rss-parser 3.13.0 and sanitize-html over each text, in turn in the same run; no dates, links or errors looked after',
      };
      const [figure, peer] = [rounded(worst[by].ours), rounded(worst[by].plain)];
      return { name, figure, unit, ceiling: null, peer, ratio: right / (items * rates.length), conditions };
    };
    return [slowest('bytes', 'read', 'MB/s'), slowest('items', 'read-items', 'items/s')];
  },
};
