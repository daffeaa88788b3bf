import iconv from 'iconv-lite';
import { gzipSync } from 'node:zlib';
import { both, feed, filled, item, items, refused, titles, without, type HostileCase } from './hostile-case.ts';

const said = 'Été à l’œuvre';
const inEncoding = (name: string, text: string): string =>
  feed(item(text) + item('Deux')).replace('?>', ` encoding="${name}"?>`);
const body =
  (encoding: string, text = said, addBOM = false) =>
  (): Uint8Array =>
    iconv.encode(inEncoding(encoding, text), encoding, { addBOM });
const bytes = (before: string, wrong: readonly number[], after = ''): Uint8Array =>
  Buffer.concat([
    Buffer.from(`<rss><channel><item><title>Un ${before}`),
    Buffer.from(wrong),
    Buffer.from(`${after}</title></item>${item('Deux')}</channel></rss>`),
  ]);

/** Bytes that are not what they are said to be, or no text at all. */
export const encodings: readonly HostileCase[] = [
  ...['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'].flatMap((name): HostileCase[] => [
    { name: `${name} with a mark`, body: body(name, said, true), right: titles(said, 'Deux') },
    { name: `${name} without a mark`, body: body(name), right: titles(said, 'Deux') },
  ]),
  ...(
    [
      ['windows-1252', said],
      ['iso-8859-15', 'Été à 5 €'],
      ['koi8-r', 'Привет'],
      ['shift_jis', '日本語の題名'],
      ['euc-jp', '日本語の題名'],
      ['gb2312', '中文标题'],
      ['big5', '中文標題'],
      ['euc-kr', '한국어 제목'],
    ] as const
  ).map(([name, text]): HostileCase => ({ name, body: body(name, text), right: titles(text, 'Deux') })),
  {
    name: 'two marks of UTF-8',
    body: () => `\uFEFF\uFEFF${feed(item(said) + item('Deux'))}`,
    right: titles(said, 'Deux'),
  },
  {
    name: 'UTF-8 that says it is windows-1252 by HTTP, and shows a mark',
    body: () => `\uFEFF${feed(item(said) + item('Deux'))}`,
    mediaType: 'text/xml; charset=windows-1252',
    right: titles(said, 'Deux'),
  },
  {
    name: 'windows-1252 that says it is UTF-8',
    body: () => iconv.encode(inEncoding('utf-8', said), 'windows-1252'),
    right: titles(said, 'Deux'),
  },
  {
    name: 'UTF-8 that says it is UTF-16',
    body: () => inEncoding('utf-16', said),
    right: titles(said, 'Deux'),
  },
  {
    name: 'an encoding that there is not',
    body: () => inEncoding('x-klingon', said),
    right: titles(said, 'Deux'),
  },
  {
    name: 'an encoding whose name is a megabyte',
    body: () => inEncoding(filled('x', 1_000_000), said),
    right: (outcome) => 'refusal' in outcome || titles(said, 'Deux')(outcome),
  },
  {
    name: 'a script in UTF-7',
    body: () => inEncoding('utf-7', '+ADw-script+AD4-alert(1)+ADw-/script+AD4-'),
    right: both(items(2), without(/<script/)),
  },
  { name: 'overlong UTF-8', body: () => bytes('', [0xc0, 0xbc]), right: items(2) },
  { name: 'halves of characters in UTF-8', body: () => bytes('', [0xed, 0xa0, 0xbd]), right: items(2) },
  { name: 'a character that is cut in the middle', body: () => bytes('été', [0xc3], 'à'), right: items(2) },
  {
    name: 'UTF-16 that ends in half a character',
    body: () => iconv.encode(inEncoding('utf-16', said), 'utf-16le', { addBOM: true }).subarray(0, -1),
    right: titles(said, 'Deux'),
  },
  {
    name: 'a NUL between any two characters but the first',
    body: () => bytes('a', [0, 0x62, 0]),
    right: titles('Un ab', 'Deux'),
  },
  { name: 'ten megabytes of NUL', body: () => new Uint8Array(9_900_000), right: refused(/empty|binary/) },
  { name: 'nothing', body: () => '', right: refused(/empty/) },
  { name: 'a mark and nothing', body: () => '\uFEFF', right: refused(/empty/) },
  { name: 'ten megabytes of spaces', body: () => filled(' '), right: refused(/empty|text/) },
  {
    name: 'a feed in gzip that nobody declared',
    body: () => gzipSync(feed(item('Un'))),
    right: refused(/binary/),
  },
  {
    name: 'a gigabyte of NUL in gzip',
    body: () => gzipSync(Buffer.alloc(200_000_000)),
    right: refused(/binary/),
  },
  {
    name: 'an image',
    body: () =>
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52]),
    mediaType: 'application/rss+xml',
    right: refused(/binary/),
  },
  {
    name: 'ten megabytes at random',
    body: () => {
      let at = 1;
      return Uint8Array.from({ length: 9_900_000 }, () => (at = (at * 48_271) % 2_147_483_647) & 0xff);
    },
    right: refused(/./),
  },
];
