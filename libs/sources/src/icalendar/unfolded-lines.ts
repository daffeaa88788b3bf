import { goesOn } from './quoted-printable.js';

/** How long a line may be once it is unfolded; of a longer one the beginning is read. */
const longestLine = 1_000_000;

/** The lines of a text one by one, whatever ends them: of ten megabytes of line ends there is never a list. */
function* linesOf(text: string): Generator<string> {
  const ends = /\r{0,2}\n|\r/g;
  let from = 0;
  for (let end = ends.exec(text); end !== null; end = ends.exec(text)) {
    yield text.slice(from, end.index);
    from = ends.lastIndex;
  }
  yield text.slice(from);
}

/** Templates indent what they write: then a line is no fold of the one before only because it begins with a blank. */
const isIndented = (text: string): boolean => /^[ \t]+BEGIN:V(?:CALENDAR|EVENT|TIMEZONE)[ \t]*$/im.test(text);
const ofItsOwn = /^[ \t]+(?:[A-Z]{3,}|X)(?:-[A-Z0-9-]+)?[;:]/;

/** A line of a text with its folds taken away, and the number of the first of them. */
export type UnfoldedLine = Readonly<{ number: number; text: string }>;

export function* unfoldedLines(written: string): Generator<UnfoldedLine> {
  const text = written.replace(/^\uFEFF/, '');
  const indented = isIndented(text);
  let number = 0;
  let begun = 0;
  let length = 0;
  let pending: string[] = [];
  for (const raw of linesOf(text)) {
    number++;
    const folded = /^[ \t]/.test(raw) && !(indented && ofItsOwn.test(raw));
    const soft = !folded && pending.length > 0 && goesOn(pending.join(''));
    if (soft) pending = [pending.join('').slice(0, -1)];
    if (pending.length > 0 && (folded || soft)) {
      if (length < longestLine) pending.push(soft ? raw : raw.slice(1));
      length += raw.length - 1;
    } else {
      if (pending.length > 0) yield { number: begun, text: pending.join('') };
      pending = [indented ? raw.trimStart() : raw];
      length = raw.length;
      begun = number;
    }
  }
  yield { number: begun, text: pending.join('') };
}
