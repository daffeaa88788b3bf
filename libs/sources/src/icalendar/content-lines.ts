import { cleanText } from '../clean-text.js';

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
    value.replaceAll('"', ''),
  ];
};

const propertyOf = (line: string): Property | undefined => {
  // A quote that never closes hides the colon: then the first one counts.
  const outside = unquoted(line, ':', 0);
  const colon = outside < 0 ? line.indexOf(':') : outside;
  if (colon < 0) return undefined;
  const [called = '', ...parameters] = partsOf(line.slice(0, colon), ';');
  if (!name.test(called.trim())) return undefined;
  return {
    name: called.trim().toUpperCase(),
    parameters: new Map(parameters.map(parameterOf)),
    value: line.slice(colon + 1).trim(),
  };
};

/** How long a line may be once it is unfolded; of a longer one the beginning is read. */
const longestLine = 1_000_000;

/** The lines of a text one by one, whatever ends them: of ten megabytes of line ends there is never a list. */
function* linesOf(text: string): Generator<string> {
  const ends = /\r\n|\n|\r/g;
  let from = 0;
  for (let end = ends.exec(text); end !== null; end = ends.exec(text)) {
    yield text.slice(from, end.index);
    from = ends.lastIndex;
  }
  yield text.slice(from);
}

/** The content lines of a text: any line ends, unfolded, blank ones left out. */
export function* contentLines(text: string): Generator<ContentLine> {
  let number = 0;
  let begun = 0;
  let length = 0;
  let pending: string[] = [];
  const flush = function* (): Generator<ContentLine> {
    const whole = cleanText(pending.join(''));
    if (whole.trim() !== '') yield { number: begun, text: whole, property: propertyOf(whole) };
  };
  for (const raw of linesOf(text.replace(/^\uFEFF/, ''))) {
    number++;
    if (pending.length > 0 && /^[ \t]/.test(raw)) {
      if (length < longestLine) pending.push(raw.slice(1));
      length += raw.length - 1;
    } else {
      yield* flush();
      pending = [raw];
      length = raw.length;
      begun = number;
    }
  }
  yield* flush();
}
