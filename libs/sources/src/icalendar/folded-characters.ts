import { decodedText } from '../decoded-text.js';
import type { Fetched } from '../source-format.js';

/** A fold within a character of several bytes: lines are folded by bytes (RFC 5545, 3.1), and some programs do not look. */
const within = /([\x80-\xff])(\r?\n[ \t])([\x80-\xbf]+)/g;

/** The same lines with each fold moved behind the character that it stands in, so that they can be decoded. */
const wholeCharacters = (body: Uint8Array): Uint8Array => {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('latin1');
  const whole = bytes.replace(within, '$1$3$2');
  return whole === bytes ? body : Buffer.from(whole, 'latin1');
};

/** A calendar as text. */
export const calendarText = ({ body, mediaType }: Fetched): string => decodedText(wholeCharacters(body), mediaType);
