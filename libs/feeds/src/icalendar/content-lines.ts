import type { Instant } from '@relais/vocabulary';

/** A TEXT value (RFC 5545, 3.3.11), without control characters; half a surrogate pair becomes U+FFFD. */
export const escapedText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    // eslint-disable-next-line no-control-regex -- control characters are what is removed
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');

/** `20160721T100000Z`. */
export const utc = (instant: Instant): string =>
  `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

/** Content lines joined: each folded at 75 octets, never within a character (RFC 5545, 3.1), ended by CRLF. */
export const calendarText = (lines: readonly string[]): string => lines.map((line) => `${folded(line)}\r\n`).join('');

const encoder = new TextEncoder();

const folded = (line: string): string => {
  let out = '';
  let length = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (length + size > 75) {
      out += '\r\n ';
      length = 1;
    }
    out += character;
    length += size;
  }
  return out;
};
