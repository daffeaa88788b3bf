import iconv from 'iconv-lite';

/** What old names really mean on the web (WHATWG Encoding). */
const successors: Readonly<Record<string, string>> = {
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'us-ascii': 'windows-1252',
  ascii: 'windows-1252',
};

const marks: readonly (readonly [number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe, 0x00, 0x00], 'utf-32le'],
  [[0x00, 0x00, 0xfe, 0xff], 'utf-32be'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

const startsWith = (body: Uint8Array, bytes: readonly number[]): boolean =>
  bytes.every((byte, at) => body[at] === byte);

const markedAs = (body: Uint8Array): string | undefined => {
  const mark = marks.find(([bytes]) => startsWith(body, bytes))?.[1];
  if (mark) return mark;
  if (startsWith(body, [0x3c, 0x00])) return 'utf-16le';
  if (startsWith(body, [0x00, 0x3c])) return 'utf-16be';
  return undefined;
};

const strictUtf8 = (body: Uint8Array): string | undefined => {
  try {
    // As a stream: a character that the end cuts off (of a head, or of a download) does not make it another encoding.
    return new TextDecoder('utf-8', { fatal: true }).decode(body, { stream: true });
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
};

/** Body to text, in the order in which its encoding can be believed: byte order mark, HTTP, XML declaration, UTF-8, windows-1252. */
export const decodedText = (body: Uint8Array, mediaType: string): string => {
  const mark = markedAs(body);
  if (mark) return iconv.decode(Buffer.from(body), mark);
  const http = /charset\s*=\s*["']?([\w.:-]+)/i.exec(mediaType)?.[1];
  const head = Buffer.from(body.subarray(0, 400)).toString('latin1');
  const xml = /^\s*<\?xml[^>]{0,200}\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1];
  for (const name of [http, xml, 'utf-8']) {
    const encoding = name && (successors[name.toLowerCase()] ?? name.toLowerCase());
    // A body of single bytes declared as UTF-16 was declared by mistake: a mark would have shown it.
    if (!encoding || /^utf-?(16|32)/.test(encoding) || !iconv.encodingExists(encoding)) continue;
    const text = /^utf-?8$/.test(encoding) ? strictUtf8(body) : iconv.decode(Buffer.from(body), encoding);
    if (text !== undefined && !text.includes('\uFFFD')) return text;
  }
  return iconv.decode(Buffer.from(body), 'windows-1252');
};
