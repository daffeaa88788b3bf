import { escaped, feed, filled, item, items, titles, withBody, type HostileCase } from './hostile-case.ts';

const nested = (name: string, depth: number, inside = ''): string =>
  `<${name}>`.repeat(depth) + inside + `</${name}>`.repeat(depth);
const isRead = (least: number) => items(least, 3);

/** Things within things. */
export const depth: readonly HostileCase[] = [
  {
    name: 'an item with a hundred thousand elements in one another',
    body: () => feed(item('Un') + `<item>${nested('x', 100_000)}</item>` + item('Deux')),
    right: isRead(1),
  },
  {
    name: 'ten megabytes of one start tag',
    body: () => feed(item('Un') + filled('<x>')),
    right: titles('Un'),
  },
  {
    name: 'ten megabytes of one end tag',
    body: () => feed(item('Un') + filled('</x>') + item('Deux')),
    right: (outcome) => items(1, 2)(outcome),
  },
  {
    name: 'items in one another, without end tags',
    body: () =>
      `<rss><channel>${Array.from({ length: 200 }, (_, at) => `<item><guid>${at}</guid><title>n</title>`).join('')}`,
    right: items(200),
  },
  {
    name: 'channels in one another',
    body: () => `<rss>${nested('channel', 200, item('Un') + item('Deux'))}</rss>`,
    right: titles('Un', 'Deux'),
  },
  {
    name: 'a hundred thousand divs of XHTML in one another',
    body: () =>
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><title>Un</title></entry><entry><id>2</id><title>Deux</title><content type="xhtml">${nested('div', 100_000, 'fond')}</content></entry></feed>`,
    right: isRead(1),
  },
  ...['div', 'b', 'ul><li', 'table><tr><td', 'blockquote', 'a href="/x"'].map((name): HostileCase => ({
    name: `a body of fifty thousand <${name}> in one another`,
    body: () => withBody(`<${name}>`.repeat(50_000) + 'fond'),
    right: titles('Un', 'Deux'),
  })),
  {
    name: 'ten megabytes of <div> in a body',
    body: () => feed(item('Un', filled(escaped('<div>'))) + item('Deux')),
    right: titles('Un', 'Deux'),
  },
  {
    name: 'ten megabytes of <div> as elements of the body',
    body: () => feed(item('Un') + item('Deux', filled('<div>'))),
    right: isRead(1),
  },
];
