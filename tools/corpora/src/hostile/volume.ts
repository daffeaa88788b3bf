import { escaped, feed, filled, item, items, titles, withBody, type HostileCase } from './hostile-case.ts';

const un = titles('Un', 'Deux');
const bodyOf = (name: string, text: string): HostileCase => ({
  name: `ten megabytes of ${name} in a body`,
  body: () => feed(item('Un', filled(escaped(text))) + item('Deux')),
  right: un,
});
const titleOf = (name: string, text: string): HostileCase => ({
  name: `ten megabytes of ${name} in a title`,
  body: () => feed(`<item><guid>1</guid><title>Un ${filled(escaped(text))}</title></item>` + item('Deux')),
  right: items(2),
});
const fieldOf = (name: string, start: string, text: string, end: string): HostileCase => ({
  name,
  body: () => feed(item('Un') + item('Deux', 'a').replace('</item>', `${start}${filled(text)}${end}</item>`)),
  right: un,
});

/** Too much of everything, and texts on which a careless pattern takes the square of their length. */
export const volume: readonly HostileCase[] = [
  {
    name: 'a hundred thousand items',
    body: () =>
      feed(
        Array.from({ length: 100_000 }, (_, number) => `<item><guid>${number}</guid><title>n</title></item>`).join(''),
      ),
    right: items(5_000),
  },
  {
    name: 'ten megabytes of empty items',
    body: () => feed(item('Un') + item('Deux') + filled('<item/>')),
    right: items(2),
  },
  {
    name: 'a hundred thousand entries of Atom',
    body: () =>
      `<feed xmlns="http://www.w3.org/2005/Atom">${Array.from({ length: 100_000 }, (_, number) => `<entry><id>${number}</id><title>n</title></entry>`).join('')}</feed>`,
    right: items(5_000),
  },
  { name: 'the same item, ten megabytes of it', body: () => feed(filled(item('Un'))), right: items(1, 5_000) },
  {
    name: 'five thousand items with bodies of two kilobytes of tags',
    body: () =>
      feed(Array.from({ length: 5_000 }, (_, number) => item(`n${number}`, escaped('<b>a</b>').repeat(90))).join('')),
    right: items(5_000),
  },
  ...(
    [
      ['text', 'a'],
      ['text and tags', 'Un <b>mot</b>. '],
      ['a<h', 'a<h'],
      ['<', '<'],
      ['<a', '<a'],
      ['<a href="', '<a href="'],
      ['<a title=\'"', '<a title=\'"'],
      ['</', '</'],
      ['<!--', '<!--'],
      ['<![CDATA[', '<![CDATA['],
      ['<script>', '<script>'],
      ['<style>', '<style>'],
      ['addresses', ' https://a.test/b'],
      ['https://', 'https://'],
      ['links', '<a href="/b">c</a>'],
      ['dots behind addresses', 'https://a.test/....'],
      ['white space', ' \n'],
      ['&lt;', '&lt;'],
      ['attributes', '<b a=b '],
    ] as const
  ).map(([name, text]) => bodyOf(name, text)),
  ...(
    [
      ['text', 'a'],
      ['<', '<'],
      ['a<h', 'a<h'],
      ['="', '<a ="'],
      ['white space', ' \n'],
    ] as const
  ).map(([name, text]) => titleOf(name, text)),
  fieldOf('a link of ten megabytes', '<link>http://a.test/', 'a', '</link>'),
  fieldOf('a date of ten megabytes', '<pubDate>', '1 ', '</pubDate>'),
  fieldOf('a date of ten megabytes of letters', '<pubDate>', 'a', '</pubDate>'),
  fieldOf('an author of ten megabytes', '<author>', 'a (', '</author>'),
  fieldOf('a theme of ten megabytes', '<category>', 'a', '</category>'),
  fieldOf('ten megabytes of themes', '', '<category>a</category>', ''),
  fieldOf('ten megabytes of tags with commas', '<tags>', 'a,', '</tags>'),
  fieldOf('ten megabytes of links', '', '<link href="a"/>', ''),
  {
    name: 'ten megabytes of feeds that a text begins, in one that is no rss',
    body: () =>
      `<channel><title>t</title>${item('Un', `<![CDATA[<html>${filled('<rss ')}]]>`)}${item('Deux')}</channel>`,
    right: un,
  },
  fieldOf('ten megabytes of links without an address', '', '<link/>', ''),
  fieldOf('ten megabytes of dates', '', '<pubDate>x</pubDate>', ''),
  fieldOf('a place of ten megabytes', '<location xmlns="http://purl.org/rss/1.0/modules/event/">', 'a ', '</location>'),
  fieldOf('a point of ten megabytes', '<point xmlns="http://www.georss.org/georss">', '1 ', '</point>'),
  {
    name: 'a key of ten megabytes',
    body: () => feed(`<item><guid>${filled('a')}</guid><title>Un</title></item>` + item('Deux')),
    right: un,
  },
  {
    name: 'ten megabytes of a description of the feed',
    body: () => feed(item('Un') + item('Deux'), `<description>${filled('a&lt;h')}</description>`),
    right: un,
  },
  {
    name: 'a link that is no web address',
    body: () => withBody('a').replace('<guid', '<link>javascript:alert(1)</link><guid'),
    right: un,
  },
  {
    name: 'dates of years that nobody lives in',
    body: () => withBody('a').replace('<guid', '<pubDate>Mon, 31 Feb 999999 25:61:00 GMT</pubDate><guid'),
    right: un,
  },
];
