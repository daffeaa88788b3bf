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

/** Encodings of Asian scripts: of their texts a short one may be UTF-8 by chance, of those in single bytes none is. */
const ofSeveralBytes = /^(gb|big5|euc|shift|sjis|ms_?kanji|iso-?2022|cp9|hz)/i;

const startsWith = (body: Uint8Array, bytes: readonly number[]): boolean =>
  bytes.every((byte, at) => body[at] === byte);

const markedAs = (body: Uint8Array): string | undefined => {
  const mark = marks.find(([bytes]) => startsWith(body, bytes))?.[1];
  if (mark) return mark;
  if (startsWith(body, [0x3c, 0x00, 0x00, 0x00])) return 'utf-32le';
  if (startsWith(body, [0x00, 0x00, 0x00, 0x3c])) return 'utf-32be';
  if (startsWith(body, [0x3c, 0x00])) return 'utf-16le';
  if (startsWith(body, [0x00, 0x3c])) return 'utf-16be';
  return undefined;
};

const strictUtf8 = (body: Uint8Array): string | undefined => {
  try {
    // As a stream: a character that the end cuts off (of a head, or of a download) does not make it another encoding.
    return new TextDecoder('utf-8', { fatal: true }).decode(body, { stream: true });
  } catch {
    // Malformed bytes, the one thing that it throws for.
    return undefined;
  }
};

/** Characters of UTF-8, in bytes, and behind them what is none. */
const characters = /[\0-\x7f]+|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}|[\x80-\xff]/g;
/** With these a character of UTF-8 begins that was cut, rather than that they are a letter of windows-1252 by themselves. */
const cut = new Set(['\xc2', '\xc3', '\xe2', '\xf0']);

/** Within UTF-8 the letters of windows-1252 that somebody pasted into it, as UTF-8. */
const withoutSingleBytes = (body: Uint8Array): Uint8Array => {
  const letter = (byte: string, at: number, all: string): string => {
    const alone = byte.length === 1 && byte > '\xbf' && !cut.has(byte) && !/[\x80-\xff]/.test(all[at + 1] ?? '');
    return alone ? Buffer.from(byte, 'utf8').toString('latin1') : byte;
  };
  return Buffer.from(Buffer.from(body).toString('latin1').replace(characters, letter), 'latin1');
};

/**
 * UTF-8 in which a text here and there was cut within a character: more characters beyond ASCII are whole than broken. Where most
 * of the whole ones are of scripts that windows-1252 has not, no letters of it were pasted among them: a lone byte is what was cut.
 */
const mostlyUtf8 = (body: Uint8Array): string | undefined => {
  const text = new TextDecoder('utf-8').decode(body);
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const whole = text.match(/[\u0080-\ufffc]/g)?.length ?? 0;
  if (whole <= broken) return undefined;
  const western = text.match(/[\u0080-\u024f\u2010-\u203a\u20ac\u2122]/g)?.length ?? 0;
  return western * 2 > whole ? new TextDecoder('utf-8').decode(withoutSingleBytes(body)) : text;
};

/** What windows-1252 has where Unicode has control characters that no text means; of the five it leaves open, nothing. */
const c1 = [...new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 32 }, (_, at) => 0x80 + at))];

/** Characters of windows-1252 that somebody took for Unicode's, as browsers read them where they are written as references. */
const withoutC1 = (text: string): string =>
  text.replace(/[\u0080-\u009f]/g, (control) => {
    const meant = c1[control.charCodeAt(0) - 0x80] ?? '';
    return meant === control ? '' : meant;
  });

/**
 * Body to text, in the order in which its encoding can be believed: byte order mark, HTTP, XML declaration, UTF-8, windows-1252.
 * But what is UTF-8 beyond ASCII is no text in single bytes, whatever is said of it: servers say so of all their files.
 */
export const decodedText = (body: Uint8Array, mediaType: string): string => withoutC1(decoded(body, mediaType));

const decoded = (body: Uint8Array, mediaType: string): string => {
  const mark = markedAs(body);
  if (mark) return iconv.decode(Buffer.from(body), mark).toWellFormed();
  const http = /charset\s*=\s*["']?([\w.:-]+)/i.exec(mediaType)?.[1];
  const head = Buffer.from(body.subarray(0, 400)).toString('latin1');
  const xml = /^\s*<\?xml[^>]{0,200}\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1];
  for (const name of [http, xml, 'utf-8']) {
    const encoding = name && (successors[name.toLowerCase()] ?? name.toLowerCase());
    // A body of single bytes declared as UTF-16 was declared by mistake: a mark would have shown it.
    if (!encoding || /^utf-?(16|32)/.test(encoding) || !iconv.encodingExists(encoding)) continue;
    if (/^utf-?8$/.test(encoding)) {
      const text = strictUtf8(body);
      if (text !== undefined) return text;
    } else {
      const utf8 = ofSeveralBytes.test(encoding) ? undefined : strictUtf8(body);
      const text = utf8 !== undefined && /[^\0-\x7f]/.test(utf8) ? utf8 : iconv.decode(Buffer.from(body), encoding);
      if (!text.includes('\uFFFD')) return text;
    }
  }
  return mostlyUtf8(body) ?? iconv.decode(Buffer.from(body), 'windows-1252');
};
