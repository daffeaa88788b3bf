import { feed, filled, item, items, titles, type HostileCase } from './hostile-case.ts';

const numbered = (count: number, one: (number: number) => string): string =>
  Array.from({ length: count }, (_, number) => one(number)).join('');

/** Attributes, names and prefixes beyond measure. */
export const attributes: readonly HostileCase[] = [
  {
    name: 'three hundred thousand attributes',
    body: () => feed(`<x ${numbered(300_000, (number) => ` a${number}="b"`)}/>` + item('Un')),
    right: titles('Un'),
  },
  {
    name: 'an attribute of ten megabytes',
    body: () => feed(`<x a="${filled('a')}"/>` + item('Un')),
    right: titles('Un'),
  },
  {
    name: 'the name of an attribute of ten megabytes',
    body: () => feed(`<x ${filled('a')}="b"/>` + item('Un')),
    right: titles('Un'),
  },
  {
    name: 'the name of an element of ten megabytes',
    body: () => feed(`<${filled('a')}/>` + item('Un')),
    right: titles('Un'),
  },
  {
    name: 'a hundred thousand prefixes on one element',
    body: () => feed(`<x ${numbered(100_000, (number) => ` xmlns:p${number}="urn:${number}"`)}/>` + item('Un')),
    right: titles('Un'),
  },
  {
    name: 'a prefix more on each of three hundred elements in one another',
    body: () => feed(item('Un') + numbered(250, (number) => `<x xmlns:p${number}="urn:${number}">`)),
    right: titles('Un'),
  },
  {
    name: 'two hundred prefixes on each of ten thousand elements',
    body: () =>
      feed(
        item('Un') +
          numbered(4_000, () => `<x ${numbered(200, (number) => ` xmlns:p${number}="u"`)}/>`).slice(0, 9_000_000),
      ),
    right: titles('Un'),
  },
  {
    name: 'an xml:base of ten megabytes',
    body: () => feed(`<item xml:base="http://a/${filled('a')}"><title>Un</title><link>x</link></item>`),
    right: items(1),
  },
  {
    name: 'an xml:base on each of two hundred elements in one another',
    body: () => feed(numbered(200, () => '<x xml:base="a/">') + numbered(200, () => '</x>') + item('Un')),
    right: titles('Un'),
  },
  {
    name: 'a long base before ten megabytes of links',
    body: () =>
      feed(
        numbered(
          100,
          (number) =>
            `<item xml:base="http://a.test/${'a'.repeat(1_900)}/"><guid>${number}</guid><title>n</title><description>${filled('&lt;a href="b">c&lt;/a>', 90_000)}</description></item>`,
        ),
      ),
    right: items(100),
  },
  {
    name: 'attributes without quotes, without a value, twice, or with a tag in them',
    body: () => `<rss version=2.0 x><channel a=1 a=2 b="<item>">${item('Un')}${item('Deux')}</channel></rss>`,
    right: titles('Un', 'Deux'),
  },
  {
    name: 'a quote that is never closed',
    body: () => feed(item('Un') + `<x a="${filled('b<c>')}`),
    right: titles('Un'),
  },
  {
    name: 'attributes called __proto__, constructor and toString',
    body: () =>
      feed('<item __proto__="x" constructor="y" toString="z"><title>Un</title><__proto__>a</__proto__></item>'),
    right: titles('Un'),
  },
];
