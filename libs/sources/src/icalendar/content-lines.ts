import { cleanText } from '../clean-text.js';
import { decodedValue } from './quoted-printable.js';
import { unfoldedLines } from './unfolded-lines.js';

/** A property (RFC 5545, 3.1): its name and those of its parameters in capitals, its value as it stands. */
export type Property = Readonly<{ name: string; parameters: ReadonlyMap<string, string>; value: string }>;

/** A line of the file, unfolded; `property` is undefined where it is no content line. */
export type ContentLine = Readonly<{ number: number; text: string; property: Property | undefined }>;

const name = /^[A-Za-z0-9_.-]{1,100}$/;

/** Where a character stands outside of quotes, from a position on; -1 where it does not. */
const unquoted = (text: string, wanted: string, from: number): number => {
  let quoted = false;
  for (let at = from; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === '"') quoted = !quoted;
    else if (!quoted && wanted.includes(character)) return at;
  }
  return -1;
};

/** Parts of a text between unquoted separators. */
const partsOf = (text: string, separator: string): string[] => {
  const parts: string[] = [];
  for (let from = 0; from <= text.length;) {
    const at = unquoted(text, separator, from);
    const end = at < 0 ? text.length : at;
    parts.push(text.slice(from, end));
    from = end + 1;
  }
  return parts;
};

const parameterOf = (text: string): [string, string] => {
  const at = text.indexOf('=');
  const value = at < 0 ? '' : text.slice(at + 1).trim();
  return [
    text
      .slice(0, at < 0 ? text.length : at)
      .trim()
      .toUpperCase(),
    // What a value cannot hold otherwise (RFC 6868): a quote, a line end, the sign itself.
    value.replaceAll('"', '').replace(/\^([n'^])/g, (_all, sign: string) => ({ n: '\n', "'": '"' })[sign] ?? '^'),
  ];
};

/** Zones that nobody quoted have colons of their own: `TZID=tzone://Microsoft/Custom:…`, `TZID=(UTC+01:00) Paris:…`. */
const beforeTime = /^(?:DTSTART|DTEND|DUE|EXDATE|RDATE|RECURRENCE-ID);[^"]{0,500}?:(?=\d{4}-?\d{2}-?\d{2}(?!\d{3}))/i;

/** Where the value begins; -1 where there is none. */
const colonOf = (line: string): number => {
  const timed = beforeTime.exec(line)?.[0];
  if (timed !== undefined) return timed.length - 1;
  for (let at = unquoted(line, ':', 0); at >= 0; at = unquoted(line, ':', at + 1)) {
    // An address that nobody quoted: its first colon is not the one before the value, if there is another.
    const inAddress = line.startsWith('//', at + 1) && /=[a-z][a-z0-9+.-]{1,20}$/i.test(line.slice(0, at));
    if (!inAddress || unquoted(line, ':', at + 1) < 0) return at;
  }
  // A quote that never closes hides the colon: then the first one counts.
  return line.indexOf(':');
};

const propertyOf = (line: string): Property | undefined => {
  const colon = colonOf(line);
  if (colon < 0) return undefined;
  const [called = '', ...parameters] = partsOf(line.slice(0, colon), ';');
  if (!name.test(called.trim())) return undefined;
  const known = new Map(parameters.map(parameterOf));
  return {
    name: called.trim().toUpperCase(),
    parameters: known,
    value: decodedValue(line.slice(colon + 1), known.get('ENCODING')).trim(),
  };
};

/** The content lines of a text: any line ends, unfolded, blank ones left out. */
export function* contentLines(text: string): Generator<ContentLine> {
  for (const { number, text: line } of unfoldedLines(text)) {
    const whole = cleanText(line);
    if (whole.trim() !== '') yield { number, text: whole, property: propertyOf(whole) };
  }
}
