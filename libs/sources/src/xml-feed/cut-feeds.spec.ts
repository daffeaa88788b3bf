import { readDocument, UnreadableDocument } from '../index.js';
import { fetched } from '../testing/fetched.js';

const items = [1, 2, 3].map(
  (number) =>
    `<item><guid isPermaLink="false">${number}</guid><title><![CDATA[Un & ${number}]]></title><link>https://exemple.test/${number}</link>` +
    `<pubDate>Mon, 0${number} Jun 2026 18:30:00 +0200</pubDate><description>&lt;p&gt;Texte&lt;/p&gt;</description></item>`,
);
const head = '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Le collectif</title>';
const whole = `${head}${items.join('')}</channel></rss>`;

const reportsOf = async (text: string) => (await readDocument(fetched(text))).document.reports;

describe('a feed that breaks off', () => {
  it('has every item that ends before, just as in the whole', async () => {
    const all = await reportsOf(whole);
    expect(all).toHaveLength(items.length);
    const ends = items.map((_item, index) => head.length + items.slice(0, index + 1).join('').length);
    for (let at = head.length; at < whole.length; at++) {
      const complete = ends.filter((end) => end <= at).length;
      const read = await reportsOf(whole.slice(0, at));
      expect(read.slice(0, complete)).toEqual(all.slice(0, complete));
      expect(read.length).toBeLessThanOrEqual(complete + 1);
    }
  });

  it('is read or refused before its first item', async () => {
    const outcomes = new Set<string>();
    for (let at = 0; at < head.length; at++)
      try {
        outcomes.add(`${(await reportsOf(whole.slice(0, at))).length} items`);
      } catch (error) {
        outcomes.add(error instanceof UnreadableDocument && !error.cause ? 'refused' : String(error));
      }
    expect(outcomes).toEqual(new Set(['refused', '0 items']));
  });
});
