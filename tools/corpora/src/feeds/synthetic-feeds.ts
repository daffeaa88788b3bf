const words =
  'assemblée commune place jardin atelier fête quartier repas lecture débat récit coopérative forêt rivière'.split(' ');

/** A text of about so many characters, always the same for the same number. */
const prose = (seed: number, length: number): string => {
  const said: string[] = [];
  let [at, written] = [seed, 0];
  while (written < length) {
    at = (at * 1_103_515_245 + 12_345) % 2_147_483_648;
    const word = words[at % words.length] ?? '';
    said.push(word);
    written += word.length + 1;
  }
  return said.join(' ');
};

const paragraphs = (seed: number): string =>
  [0, 1, 2].map((part) => `<p>${prose(seed * 7 + part, 300)} <a href="/item/${seed}#${part}">lien</a></p>`).join('\n');
const escaped = (html: string): string => html.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const numbers = (count: number): number[] => Array.from({ length: count }, (_, number) => number + 1);

/** RSS 2.0 as blogs write it: about 1.3 kB an item, bodies in CDATA. */
export const rss = (items: number): string =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Le journal</title><link>https://exemple.test/</link><description>Nouvelles</description>${numbers(
    items,
  )
    .map(
      (number) =>
        `<item><title>${prose(number, 60)}</title><link>https://exemple.test/item/${number}</link><guid isPermaLink="false">exemple-${number}</guid><pubDate>Sun, 01 Nov 2026 10:00:00 +0100</pubDate><dc:creator>Ada</dc:creator><category>communs</category><content:encoded><![CDATA[${paragraphs(number)}]]></content:encoded></item>`,
    )
    .join('\n')}</channel></rss>`;

/** Atom 1.0 with escaped bodies, as static sites write it. */
export const atom = (entries: number): string =>
  `<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Le site</title><id>urn:exemple</id><updated>2026-11-01T10:00:00Z</updated>${numbers(
    entries,
  )
    .map(
      (number) =>
        `<entry><title>${prose(number, 60)}</title><id>urn:exemple:${number}</id><link rel="alternate" href="/item/${number}"/><published>2026-11-01T10:00:00Z</published><updated>2026-11-01T11:00:00Z</updated><author><name>Ada</name></author><category term="communs"/><content type="html">${escaped(paragraphs(number))}</content></entry>`,
    )
    .join('\n')}</feed>`;

/** Short items, as calendars of gatherings are published: a time, a place and one sentence. */
export const agenda = (items: number): string =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:ev="http://purl.org/rss/1.0/modules/event/"><channel><title>L’agenda</title><link>https://exemple.test/</link>${numbers(
    items,
  )
    .map(
      (number) =>
        `<item><title>${prose(number, 40)}</title><link>https://exemple.test/${number}</link><guid>https://exemple.test/${number}</guid><pubDate>Sun, 01 Nov 2026 10:00:00 +0100</pubDate><ev:startdate>2026-12-01T18:00:00+01:00</ev:startdate><ev:location>Maison des associations</ev:location><description>&lt;p&gt;${prose(number, 100)}&lt;/p&gt;</description></item>`,
    )
    .join('\n')}</channel></rss>`;
