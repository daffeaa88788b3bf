import { inflateSync } from 'node:zlib';

/** What a reader finds in one of our PDFs, by the format's own rules (ISO 32000) and nothing of what wrote it. */
export type ReadPdf = Readonly<{
  pages: number;
  /** The words of all pages, in the order they were drawn, without any space. */
  words: string;
  links: readonly string[];
  language: string | undefined;
  isTagged: boolean;
  /** The tags of what is structure, in its order. */
  tags: readonly string[];
}>;

type Parts = ReadonlyMap<number, Readonly<{ head: string; stream: Buffer | undefined }>>;

const partsOf = (bytes: Buffer): Parts => {
  const text = bytes.toString('latin1');
  const parts = new Map<number, Readonly<{ head: string; stream: Buffer | undefined }>>();
  for (const { 1: id, 2: body = '', index } of text.matchAll(/(\d+) 0 obj\n(.*?)\nendobj/gsu)) {
    const at = body.indexOf('stream\n');
    const head = at < 0 ? body : body.slice(0, at);
    const from = index + (id ?? '').length + ' 0 obj\n'.length + at + 'stream\n'.length;
    const length = Number(/\/Length (\d+)/u.exec(head)?.[1] ?? 0);
    const raw = at < 0 ? undefined : bytes.subarray(from, from + length);
    parts.set(Number(id), { head, stream: raw && head.includes('/FlateDecode') ? inflateSync(raw) : raw });
  }
  return parts;
};

const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** From glyphs to characters, as a font's ToUnicode says. */
const charactersOf = (map: string): ReadonlyMap<number, string> =>
  new Map(
    [...map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[(.*?)\]/gisu)].flatMap(([, first = '', list = '']) =>
      [...list.matchAll(/<([0-9a-f ]*)>/giu)].map(
        ([, hex = ''], index) => [Number.parseInt(first, 16) + index, utf16(hex.replaceAll(' ', ''))] as const,
      ),
    ),
  );

export const readPdf = (bytes: Buffer): ReadPdf => {
  const parts = partsOf(bytes);
  const heads = [...parts.values()].map(({ head }) => head);
  const reference = (head: string, name: string): number =>
    Number(new RegExp(`/${name} (\\d+) 0 R`, 'u').exec(head)?.[1]);
  const fonts = new Map<string, ReadonlyMap<number, string>>();
  for (const head of heads)
    for (const [, name = '', id] of head.matchAll(/\/(F\d+) (\d+) 0 R/gu)) {
      const toUnicode = parts.get(reference(parts.get(Number(id))?.head ?? '', 'ToUnicode'))?.stream;
      if (toUnicode) fonts.set(name, charactersOf(toUnicode.toString('latin1')));
    }
  const pages = heads.filter((head) => /\/Type \/Page\b(?!s)/u.test(head));
  const drawn = pages.map((head) => parts.get(reference(head, 'Contents'))?.stream?.toString('latin1') ?? '');
  let font: ReadonlyMap<number, string> | undefined;
  let words = '';
  for (const [, name, hex = ''] of drawn.join('\n').matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9a-f]+)>/giu))
    if (name !== undefined) font = fonts.get(name);
    else
      for (let index = 0; index < hex.length; index += 4)
        words += font?.get(Number.parseInt(hex.slice(index, index + 4), 16)) ?? '';
  return {
    ...{ pages: pages.length, words: words.replace(/[\s\0]/gu, '') },
    links: heads.flatMap((head) => /\/URI \((.*?)\)/u.exec(head)?.[1] ?? []),
    language: heads.map((head) => /\/Lang \((.*?)\)/u.exec(head)?.[1]).find(Boolean),
    isTagged: heads.some((head) => /\/MarkInfo/u.test(head) && /\/Marked true/u.test(heads.join('\n'))),
    tags: heads.filter((head) => head.includes('/K ')).flatMap((head) => /\/S \/(\w+)/u.exec(head)?.[1] ?? []),
  };
};
