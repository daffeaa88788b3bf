import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import RssParser from 'rss-parser';
import { readDocument, UnreadableDocument } from '@relais/sources';
import type { Figure } from '../figure.ts';
import { shared } from '../shared.ts';
import { liveMarkup } from './live-markup.ts';

const [feeds, payloads] = [
  'corpora/kurtmckee+feedparser/tests/wellformed/sanitize',
  'corpora/derived/xss-payloads-dompurify.json',
];

/** A document, and what stands in it as HTML, by one who does nothing about it. */
type Case = Readonly<{ name: string; body: string }>;

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
const json = (value: unknown): string => JSON.stringify(value).replace(/</g, '\\u003c');

/** The ways in which a text of HTML comes to a reader: each payload takes all of them. */
const ways: Readonly<Record<string, (html: string) => string>> = {
  atom: (html) =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><entry><id>a:1</id><title type="html">${escaped(html)}</title><content type="html">${escaped(html)}</content></entry></feed>`,
  rss: (html) =>
    `<rss version="2.0"><channel><title>t</title><item><guid>1</guid><title>${escaped(html)}</title><description><![CDATA[${html.replaceAll(']]>', ']]]]><![CDATA[>')}]]></description></item></channel></rss>`,
  'json-feed': (html) =>
    json({
      version: 'https://jsonfeed.org/version/1.1',
      title: 't',
      items: [{ id: '1', title: html, content_html: html }],
    }),
  icalendar: (html) => {
    const text = html.replace(/([\\;,])/g, '\\$1').replace(/\r?\n/g, '\\n');
    return `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261126T170000Z\r\nSUMMARY:${text}\r\nDESCRIPTION:${text}\r\nX-ALT-DESC;FMTTYPE=text/html:${text}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
  },
  html: (html) =>
    `<!doctype html><script type="application/ld+json">${json({ '@context': 'https://schema.org', '@type': 'Event', name: html, description: html, startDate: '2026-11-26T18:00:00+01:00' })}</script>`,
};

const cases = (): Case[] => [
  ...readdirSync(shared(feeds))
    .filter((name) => name.endsWith('.xml'))
    .map((name) => ({ name, body: readFileSync(join(shared(feeds), name), 'utf8') })),
  ...(JSON.parse(readFileSync(shared(payloads), 'utf8')) as { payload: string }[]).flatMap(({ payload }, number) =>
    Object.entries(ways).map(([way, document]) => ({ name: `payload ${number} by ${way}`, body: document(payload) })),
  ),
];

/** All that pages show as HTML of what was read. */
const htmlOf = async (body: string): Promise<readonly string[]> => {
  const fetched = { url: 'https://exemple.test/flux', mediaType: '', body: Buffer.from(body) };
  const { document } = await readDocument({ ...fetched, fetchedAt: '2026-11-01T12:00:00Z', zone: 'Europe/Paris' });
  const { description = '', rights = '' } = document.about ?? {};
  return [...document.reports.map(({ fields }) => fields.summary ?? ''), description, rights];
};

/** The same by the peer, who leaves it to others to clean. */
const htmlOfPeer = async (body: string): Promise<readonly string[]> => {
  const feed = await new RssParser().parseString(body);
  return feed.items.map((item) => (item['content:encoded'] as string | undefined) ?? item.content ?? '');
};

const isLive = async (texts: Promise<readonly string[]>): Promise<readonly string[]> =>
  (await texts).flatMap(liveMarkup);

export const xss: Figure = {
  name: 'xss',
  needs: [feeds, payloads],
  async measure(tell) {
    const all = cases();
    const counted = { live: 0, peer: 0, unread: 0 };
    for (const { name, body } of all) {
      try {
        const found = await isLive(htmlOf(body));
        if (found.length > 0) tell(`${name}: ${found.join(', ')}`);
        counted.live += found.length > 0 ? 1 : 0;
      } catch (error) {
        if (!(error instanceof UnreadableDocument)) throw error;
        counted.unread++;
        tell(`${name}: not read (${error.message})`);
      }
      // What the peer cannot read, it lets nothing in of.
      const peer = await isLive(htmlOfPeer(body)).catch(() => []);
      counted.peer += peer.length > 0 ? 1 : 0;
    }
    const conditions = {
      figure:
        'documents of which anything is left that a browser would run, load or be framed by, after reading it thrice and in five places',
      documents: all.length,
      'not read at all': counted.unread,
      peer: 'rss-parser 3.13.0 as it comes, of the feeds among them',
    };
    const ratio = (all.length - counted.live - counted.unread) / all.length;
    return [
      { name: 'xss', figure: counted.live, unit: 'documents', ceiling: 0, peer: counted.peer, ratio, conditions },
    ];
  },
};
