import type { TextLine } from './line.js';

/** Longer lines are no person's: what is beyond is thrown away, so that a file without line ends costs no memory. */
const longest = 16_384;

/** Cuts text into lines, which end as on any system; the last need not end. */
export async function* textLines(chunks: AsyncIterable<string>): AsyncGenerator<TextLine> {
  let [rest, line, isCut] = ['', 1, false];
  for await (const chunk of chunks) {
    rest += chunk;
    let from = 0;
    for (const { index, 0: end } of rest.matchAll(/\r\n|\r(?!$)|\n/g)) {
      yield { line: line++, ...cut(rest.slice(from, index), isCut) };
      isCut = false;
      from = index + end.length;
    }
    rest = rest.slice(from);
    if (rest.length <= longest) continue;
    isCut = true;
    // A line end of two characters may come in two chunks.
    rest = rest.slice(0, longest) + (rest.endsWith('\r') ? '\r' : '');
  }
  if (rest !== '') yield { line, ...cut(rest.replace(/\r$/, ''), isCut) };
}

const cut = (text: string, isCut: boolean): Pick<TextLine, 'text' | 'isCut'> =>
  text.length > longest ? { text: text.slice(0, longest), isCut: true } : { text, isCut };

/** Lines with a look at those to come. */
export class LinesAhead {
  readonly #ahead: TextLine[] = [];
  readonly #source: AsyncIterator<TextLine>;

  constructor(source: AsyncIterable<TextLine>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** As many of the next as there are, and leaves them where they are. */
  async peek(count: number): Promise<readonly TextLine[]> {
    while (this.#ahead.length < count) {
      const next = await this.#source.next();
      if (next.done === true) break;
      this.#ahead.push(next.value);
    }
    return this.#ahead.slice(0, count);
  }

  /** Passes over as many. */
  drop(count: number): void {
    this.#ahead.splice(0, count);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<TextLine> {
    for (let [next] = await this.peek(1); next; [next] = await this.peek(1)) {
      this.drop(1);
      yield next;
    }
  }
}
