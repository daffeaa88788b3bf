/** How deep values are read, and how many of them. */
const deepest = 60;
const mostValues = 200_000;

/** What may stand between values and is none: white space, comments, and what hides scripts from very old browsers. */
const between = /(?:\s+|\/\/[^\n]*|<!--|-->|<!\[CDATA\[|\]\]>|;|,)/y;
const literal = /(?:true|false|null|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/y;
const bareKey = /[A-Za-z_$@][\w$@-]{0,100}(?::[A-Za-z][\w-]{0,60}(?=\s{0,20}:))?/y;
const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '', f: '' };

/** After a quote that ends a string comes what may follow one; a quote within a text is followed by text. */
const following =
  /\s*(?:$|[}\]:]|,\s*(?:["{[\]}]|-?\d|true|false|null|$|\/|[A-Za-z_$@][\w$@:-]{0,60}\s{0,20}:)|"\s*[^"]{1,60}"\s*:)/y;

/** Reads JSON as far as it can be understood. */
class LenientReader {
  readonly #text: string;
  #at = 0;
  #values = 0;
  #open = false;

  constructor(text: string) {
    this.#text = text;
  }

  /** All values of the text: several may stand behind one another. */
  all(): unknown[] {
    const found: unknown[] = [];
    for (;;) {
      this.#skip();
      const before = this.#at;
      if (before >= this.#text.length) return found;
      const value = this.#value(0);
      if (typeof value === 'object' && value !== null) found.push(value);
      // Never twice at one place.
      if (this.#at === before) this.#at++;
    }
  }

  #skip(): void {
    while (this.#match(between) !== undefined || this.#skipsComment());
  }

  #skipsComment(): boolean {
    if (this.#open || !this.#text.startsWith('/*', this.#at)) return false;
    const end = this.#text.indexOf('*/', this.#at + 2);
    // Where none is closed, none further down is: looked for once only.
    this.#open = end < 0;
    this.#at = end < 0 ? this.#at + 2 : end + 2;
    return true;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found === undefined || found === '') return undefined;
    this.#at += found.length;
    return found;
  }

  #value(depth: number): unknown {
    this.#skip();
    const next = this.#text[this.#at];
    if (++this.#values > mostValues || depth > deepest) {
      this.#at = this.#text.length;
      return undefined;
    }
    if (next === '{') return this.#object(depth);
    if (next === '[') return this.#list(depth);
    if (next === '"') return this.#string();
    const word = this.#match(literal);
    return word === undefined ? undefined : (JSON.parse(/^-?0\d/.test(word) ? `"${word}"` : word) as unknown);
  }

  #object(depth: number): Record<string, unknown> {
    const found: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
    this.#at++;
    for (;;) {
      this.#skip();
      const next = this.#text[this.#at];
      if (next === undefined) return found;
      if (next === '}') {
        this.#at++;
        return found;
      }
      // An object that was not closed ends where the list around it does, or where the next one begins.
      if (next === ']' || next === '{') return found;
      const key = next === '"' ? this.#string() : this.#match(bareKey);
      this.#skip();
      if (key !== undefined && this.#text[this.#at] === ':') {
        this.#at++;
        found[key] = this.#value(depth + 1);
      } else if (key === undefined) this.#at++;
    }
  }

  #list(depth: number): unknown[] {
    const found: unknown[] = [];
    this.#at++;
    for (;;) {
      this.#skip();
      const next = this.#text[this.#at];
      if (next === undefined) return found;
      if (next === ']') {
        this.#at++;
        return found;
      }
      if (next === '}') return found;
      const before = this.#at;
      const value = this.#value(depth + 1);
      if (value !== undefined) found.push(value);
      if (this.#at === before) this.#at++;
    }
  }

  /** Line ends may stand in it, and quotes that nobody escaped. */
  #string(): string {
    const pieces: string[] = [];
    let from = ++this.#at;
    for (; this.#at < this.#text.length; this.#at++) {
      const character = this.#text[this.#at];
      if (character === '\\') {
        const code = /^u([0-9a-f]{4})/i.exec(this.#text.slice(this.#at + 1, this.#at + 6))?.[1];
        const escaped = this.#text[this.#at + 1] ?? '';
        const meant = code ? String.fromCharCode(Number.parseInt(code, 16)) : (escapes[escaped] ?? escaped);
        pieces.push(this.#text.slice(from, this.#at), meant);
        this.#at += code ? 5 : 1;
        from = this.#at + 1;
      } else if (character === '"' && this.#endsHere()) break;
    }
    const text = [...pieces, this.#text.slice(from, this.#at)].join('');
    this.#at++;
    return text;
  }

  #endsHere(): boolean {
    following.lastIndex = this.#at + 1;
    return following.test(this.#text);
  }
}

/** The objects and lists in a text that should be JSON: trailing and missing commas, comments, raw line ends and open ends do no harm. */
export const lenientJson = (text: string): readonly unknown[] => new LenientReader(text).all();
