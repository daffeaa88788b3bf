import { decodeHTMLStrict } from 'entities';
import { htmlOfText } from '../text-as-html.js';

/** A text as people read it: programs that keep HTML leave its entities in what they write as plain text. */
export const withoutEntities = (text: string): string =>
  /&(?:#\d|#x[\da-f]|[a-z])[\da-z]{0,30};/i.test(text) && !/<[a-z!/]/i.test(text) ? decodeHTMLStrict(text) : text;

/** Such a text as HTML. */
export const htmlOfWritten = (text: string): string => htmlOfText(withoutEntities(text));
