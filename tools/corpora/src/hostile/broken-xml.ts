import { feed, filled, item, items, refused, titles, type HostileCase } from './hostile-case.ts';

const two = item('Un', 'Texte') + item('Deux', 'Texte');
const whole = feed(two);
const cut = (behind: string): string => whole.slice(0, whole.lastIndexOf(behind) + behind.length);
const both = titles('Un', 'Deux');

/** XML as servers, plug-ins and broken connections really send it: no reason to lose what can be read. */
export const brokenXml: readonly HostileCase[] = [
  { name: 'cut behind an item', body: () => cut('</item>'), right: both },
  { name: 'cut in a text', body: () => cut('<description>Te'), right: both },
  { name: 'cut in a tag', body: () => cut('<descr'), right: both },
  { name: 'cut in an end tag', body: () => cut('</ti'), right: both },
  { name: 'cut in a title', body: () => cut('<title>Deu'), right: titles('Un', 'Deu') },
  { name: 'cut in CDATA', body: () => feed(item('Un') + '<item><title><![CDATA[Deux'), right: both },
  { name: 'cut in a comment', body: () => feed(two).replace('</channel>', '<!-- et'), right: both },
  { name: 'cut in an attribute', body: () => feed(two).replace('</channel>', '<x a="b'), right: both },
  { name: 'cut in a reference', body: () => cut('<description>') + 'a &eacut', right: both },
  { name: 'a space before the declaration', body: () => `\n\n  ${whole}`, right: both },
  {
    name: 'a warning before the declaration',
    body: () => `<b>Warning</b>: foo() in /x.php<br />\n${whole}`,
    right: both,
  },
  { name: 'a script behind the end', body: () => `${whole}<script>alert(1)</script>`, right: both },
  { name: 'two feeds in one document', body: () => whole + whole, right: items(2, 4) },
  { name: 'end tags crosswise', body: () => whole.replace('</title></channel>', '</channel></title>'), right: both },
  {
    name: 'end tags that are missing',
    body: () => '<rss><channel><item><title>Un<guid>1</guid></item><item><title>Deux</item>',
    right: items(2),
  },
  {
    name: 'tags of HTML that have no end',
    body: () =>
      feed('<item><title>Un</title><description>a<br>b<img src="x">c<hr></description></item>' + item('Deux')),
    right: both,
  },
  { name: 'a bare < in a title', body: () => feed(item('1 < 2') + item('Deux')), right: items(2) },
  {
    name: 'a bare > and quotes in a title',
    body: () => feed(item('2 > "1" \'') + item('Deux')),
    right: titles('2 > "1" \'', 'Deux'),
  },
  {
    name: 'a bare & in a link',
    body: () => feed('<item><title>Un</title><link>http://a.test/?a=1&b=2&copy=3</link></item>' + item('Deux')),
    right: (outcome) =>
      both(outcome) &&
      'document' in outcome &&
      outcome.document.reports[0]?.fields.link === 'http://a.test/?a=1&b=2&copy=3',
  },
  {
    name: 'upper case',
    body: () => `<RSS><CHANNEL><ITEM><TITLE>Un</TITLE></ITEM>${item('Deux')}</CHANNEL></RSS>`,
    right: both,
  },
  { name: 'no channel', body: () => `<rss>${two}</rss>`, right: both },
  { name: 'items behind the channel', body: () => `<rss><channel><title>a</title></channel>${two}</rss>`, right: both },
  { name: 'a version that there is not', body: () => whole.replace('2.0', '7.5'), right: both },
  { name: 'an empty item among others', body: () => feed(item('Un') + '<item/>' + item('Deux')), right: both },
  {
    name: 'an entry of Atom with nothing in it',
    body: () => '<feed xmlns="http://www.w3.org/2005/Atom"><entry/><entry><id>1</id><title>Un</title></entry></feed>',
    right: titles('Un'),
  },
  {
    name: 'a date that is none',
    body: () => feed('<item><title>Un</title><pubDate>demain à l’aube</pubDate></item>' + item('Deux')),
    right: both,
  },
  {
    name: 'CDATA within CDATA',
    body: () => feed('<item><title><![CDATA[U<![CDATA[n]]></title></item>' + item('Deux')),
    right: items(2),
  },
  {
    name: 'CDATA that ends twice',
    body: () => feed('<item><title><![CDATA[Un]]>]]></title></item>' + item('Deux')),
    right: items(2),
  },
  {
    name: 'CDATA in pieces',
    body: () => feed('<item><title><![CDATA[U]]><![CDATA[n]]></title></item>' + item('Deux')),
    right: both,
  },
  {
    name: 'ten megabytes of CDATA in pieces',
    body: () => feed(item('Un', filled('<![CDATA[a]]>')) + item('Deux')),
    right: both,
  },
  {
    name: 'ten megabytes of starts of CDATA',
    body: () => feed(item('Un', filled('<![CDATA[')) + item('Deux')),
    right: items(1, 2),
  },
  { name: 'ten megabytes of ends of CDATA', body: () => feed(item('Un', filled(']]>')) + item('Deux')), right: both },
  { name: 'comments that do not end', body: () => feed(item('Un') + filled('<!-- ')), right: titles('Un') },
  {
    name: 'ten megabytes of comments',
    body: () => feed(item('Un') + filled('<!-- a -- b -->') + item('Deux')),
    right: both,
  },
  {
    name: 'an item in a comment',
    body: () => feed(item('Un') + `<!-- ${item('Non')} -->` + item('Deux')),
    right: both,
  },
  { name: 'instructions that do not end', body: () => feed(item('Un') + filled('<?x ')), right: titles('Un') },
  {
    name: 'a hundred thousand comments before the feed',
    body: () => filled('<!-- a -->', 1_000_000) + whole,
    right: (outcome) => 'refusal' in outcome || both(outcome),
  },
  { name: 'ten megabytes of <', body: () => filled('<'), right: refused(/./) },
  { name: 'ten megabytes of < in a feed', body: () => feed(item('Un') + filled('<')), right: titles('Un') },
  {
    name: 'a page of HTML that speaks of feeds',
    body: () => `<html><title>La page</title><p>&lt;rss&gt; <b>rss</b></html>`,
    right: refused(/HTML page titled “La page”/),
  },
  {
    name: 'XML that is no feed',
    body: () => '<?xml version="1.0"?><urlset><url><loc>a</loc></url></urlset>',
    right: refused(/XML/),
  },
];
