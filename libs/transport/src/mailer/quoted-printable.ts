const [space, tab, equals] = [0x20, 0x09, 0x3d];

/** How long a line may be, less the `=` that joins it to the next (RFC 2045, 6.7). */
const width = 75;

const hex = Array.from({ length: 256 }, (_, byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`);
const isPlain = (byte: number): boolean => byte > space && byte < 0x7f && byte !== equals;

/** Most of what is put into a letter for one person: addresses of pages. */
const isLink = (text: string): boolean => /^[!-<>-~]*$/.test(text);

const line = (text: string): string => {
  if (text.length <= width && isLink(text)) return text;
  const bytes = Buffer.from(text);
  let [written, column] = ['', 0];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    const isBlank = (byte === space || byte === tab) && at < bytes.length - 1;
    const next = isPlain(byte) || isBlank ? String.fromCharCode(byte) : (hex[byte] as string);
    if (column + next.length > width) [written, column] = [`${written}=\r\n`, 0];
    written += next;
    column += next.length;
  }
  return written;
};

/** A line that goes on in the next one. */
export const softBreak = '=\r\n';

/** A text as quoted-printable: lines of at most 76 ASCII characters, ended by CRLF whatever ended them before. */
export const quotedPrintable = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map(line)
    .join('\r\n');
