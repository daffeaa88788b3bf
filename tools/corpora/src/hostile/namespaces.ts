import { feed, item, items, summary, titles, type HostileCase } from './hostile-case.ts';

const atom = (attributes: string, inside: string, prefix = ''): string =>
  `<${prefix}feed ${attributes}><${prefix}entry>${inside}</${prefix}entry></${prefix}feed>`;

/** Elements whose names are right and whose vocabulary is not, or the other way round. */
export const namespaces: readonly HostileCase[] = [
  {
    name: 'a prefix on everything',
    body: () => atom('xmlns:a="http://www.w3.org/2005/Atom"', '<a:id>1</a:id><a:title>Un</a:title>', 'a:'),
    right: titles('Un'),
  },
  {
    name: 'a title of another vocabulary before the title',
    body: () =>
      `<rss xmlns:x="urn:autre"><channel><item><x:title>Non</x:title><title>Un</title></item></channel></rss>`,
    right: titles('Un'),
  },
  {
    name: 'a title of another default vocabulary',
    body: () => feed('<item><title>Un</title><guid>1</guid><bloc xmlns="urn:autre"><title>Non</title></bloc></item>'),
    right: titles('Un'),
  },
  {
    name: 'a known prefix bound to something else',
    body: () =>
      `<rss xmlns:dc="urn:autre"><channel><item><title>Un</title><dc:date>2026-01-01</dc:date></item></channel></rss>`,
    right: (outcome) =>
      titles('Un')(outcome) && 'document' in outcome && outcome.document.reports[0]?.fields.published === undefined,
  },
  {
    name: 'a known vocabulary under a strange prefix',
    body: () =>
      `<rss xmlns:z="http://purl.org/rss/1.0/modules/content/"><channel><item><title>Un</title><z:encoded>corps</z:encoded></item></channel></rss>`,
    right: summary('corps'),
  },
  {
    name: 'the address of a vocabulary in capitals and with a slash',
    body: () =>
      `<rss xmlns:z="HTTP://purl.org/DC/elements/1.1/"><channel><item><z:title>Un</z:title></item></channel></rss>`,
    right: titles('Un'),
  },
  {
    name: 'prefixes that nobody declared',
    body: () =>
      feed('<item><dc:title>Un</dc:title><content:encoded>a</content:encoded><zz:title>Non</zz:title></item>'),
    right: titles('Un'),
  },
  {
    name: 'a default vocabulary that nobody knows',
    body: () => `<rss xmlns="urn:a:nous" version="2.0"><channel>${item('Un')}</channel></rss>`,
    right: titles('Un'),
  },
  {
    name: 'names with two colons, or only one',
    body: () => feed('<item><a:b:c>x</a:b:c><:>y</:><title>Un</title></item>'),
    right: titles('Un'),
  },
  {
    name: 'a feed of RSS in a feed of Atom',
    body: () =>
      atom(
        'xmlns="http://www.w3.org/2005/Atom"',
        `<id>1</id><title>Un</title></entry><rss><channel>${item('x')}</channel></rss><entry>`,
      ),
    right: items(1, 2),
  },
  {
    name: 'the title of a drawing in a body of XHTML',
    body: () =>
      atom(
        'xmlns="http://www.w3.org/2005/Atom"',
        '<id>1</id><title>Un</title><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><svg xmlns="http://www.w3.org/2000/svg"><title>Non</title><script>alert(1)</script></svg></div></content>',
      ),
    right: titles('Un'),
  },
  {
    name: 'the prefix xmlns bound anew on each element',
    body: () => feed('<item xmlns:xmlns="urn:a" xmlns:xml="urn:b"><title xmlns:title="urn:c">Un</title></item>'),
    right: titles('Un'),
  },
];
