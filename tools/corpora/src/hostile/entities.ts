import { both, escaped, feed, filled, item, items, titles, without, type HostileCase } from './hostile-case.ts';

const declared = (subset: string, inside: string): string =>
  `<?xml version="1.0"?><!DOCTYPE rss [${subset}]><rss version="2.0"><channel>${inside}</channel></rss>`;
const laughs = Array.from({ length: 9 }, (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`).join(
  '',
);

/** What entities, declared or not, can be misused for. */
export const entities: readonly HostileCase[] = [
  {
    name: 'a billion laughs',
    body: () => declared(`<!ENTITY l0 "lol">${laughs}`, item('&l9;') + item('Deux')),
    right: both(items(2), without(/lollol/)),
  },
  {
    name: 'one long entity, named ten thousand times',
    body: () => declared(`<!ENTITY a "${'a'.repeat(100_000)}">`, item(filled('&a;', 30_000)) + item('Deux')),
    right: (outcome) => 'refusal' in outcome || both(items(2), without(/aaa/))(outcome),
  },
  {
    name: 'a short entity, named a million times',
    body: () => declared(`<!ENTITY a "${'a'.repeat(400)}">`, item('Un', filled('&a;', 3_000_000)) + item('Deux')),
    right: titles('Un', 'Deux'),
  },
  {
    name: 'an entity from a file',
    body: () => declared('<!ENTITY x SYSTEM "file:///etc/passwd">', item('Un &x;') + item('Deux')),
    right: both(titles('Un &x;', 'Deux'), without(/root:/)),
  },
  {
    name: 'an entity from another server',
    body: () => declared('<!ENTITY x PUBLIC "x" "http://127.0.0.1:1/x">', item('Un', '&x;') + item('Deux')),
    right: titles('Un', 'Deux'),
  },
  {
    name: 'parameter entities',
    body: () => declared('<!ENTITY % x "<!ENTITY y \'z\'>"> %x;', item('Un &y;') + item('Deux')),
    right: titles('Un z', 'Deux'),
  },
  {
    name: 'an entity of itself',
    body: () => declared('<!ENTITY a "&a;">', item('Un &a;') + item('Deux')),
    right: items(2),
  },
  {
    name: 'two entities of one another',
    body: () => declared('<!ENTITY a "&b;"><!ENTITY b "&a;">', item('Un &a;') + item('Deux')),
    right: items(2),
  },
  {
    name: 'an entity with a script',
    body: () => declared('<!ENTITY a "<script>alert(1)</script>">', item('Un', '&a;') + item('Deux')),
    right: both(titles('Un', 'Deux'), without(/alert/)),
  },
  {
    name: 'an external DTD',
    body: () =>
      `<!DOCTYPE rss SYSTEM "http://127.0.0.1:1/rss.dtd"><rss><channel>${item('Un')}${item('Deux')}</channel></rss>`,
    right: titles('Un', 'Deux'),
  },
  {
    name: 'a DOCTYPE of nine megabytes',
    body: () => declared(filled('<!ENTITY a "b">', 9_000_000), item('Un') + item('Deux')),
    right: (outcome) => 'refusal' in outcome || titles('Un', 'Deux')(outcome),
  },
  {
    name: 'a DOCTYPE that never ends',
    body: () => `<!DOCTYPE rss [ <!ENTITY a "b"><rss><channel>${item('Un')}${item('Deux')}</channel></rss>`,
    right: titles('Un', 'Deux'),
  },
  {
    name: 'two DOCTYPEs',
    body: () => `<!DOCTYPE rss><!DOCTYPE html><rss><channel>${item('Un')}${item('Deux')}</channel></rss>`,
    right: titles('Un', 'Deux'),
  },
  {
    name: 'a DOCTYPE in a text',
    body: () => feed(item('Un', '<![CDATA[<!DOCTYPE html [<!ENTITY a "b">]><p>Texte</p>]]>') + item('Deux')),
    right: titles('Un', 'Deux'),
  },
  {
    name: 'entities that nobody declared',
    body: () => feed(item('Un &inconnue; &autre') + item('Deux')),
    right: titles('Un &inconnue; &autre', 'Deux'),
  },
  {
    name: 'entities of HTML',
    body: () => feed(item('&Eacute;t&eacute;&nbsp;&hellip;') + item('Deux')),
    right: titles('Été …', 'Deux'),
  },
  {
    name: 'references to characters that are none',
    body: () => feed(item('Un&#0;&#xFFFE;&#xD800;&#x110000;&#99999999999999999999;') + item('Deux')),
    right: items(2),
  },
  {
    name: 'references to control characters',
    body: () => feed(item('U&#8;n&#x1b;&#127;') + item('Deux')),
    right: titles('Un', 'Deux'),
  },
  {
    name: 'half a character by reference',
    body: () => feed(item('Un &#xD83D;', escaped('&#xDE00;')) + item('Deux')),
    right: items(2),
  },
  {
    name: 'ten megabytes of references',
    body: () => feed(item('Un', filled('&#233;')) + item('Deux')),
    right: titles('Un', 'Deux'),
  },
  {
    name: 'ten megabytes of ampersands',
    body: () => feed(item('Un', filled('&')) + item('Deux')),
    right: titles('Un', 'Deux'),
  },
  {
    name: 'ten megabytes of a reference without an end',
    body: () => feed(item('Un', `&#${filled('9')}`) + item('Deux')),
    right: titles('Un', 'Deux'),
  },
  {
    name: 'a text that was escaped a thousand times',
    body: () => feed(item('Un', `&${'amp;'.repeat(1_000)}lt;script&gt;`) + item('Deux')),
    right: both(titles('Un', 'Deux'), without(/<script/)),
  },
];
