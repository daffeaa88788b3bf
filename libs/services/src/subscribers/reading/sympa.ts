import type { Line, TextLine } from './line.js';

type Block = { line: number; email?: string; values: Map<string, string> };

/** A review, or a list for everybody's eyes: one person a line, whatever is said after the address. */
async function* reviewed(lines: AsyncIterable<TextLine>): AsyncGenerator<Line> {
  for await (const { line, text, isCut } of lines) {
    const said = text.trim();
    if (isCut) yield { line, why: 'too-long' };
    else if (said !== '' && !said.startsWith('#'))
      yield { line, address: said.includes('<') ? said : (/^[^\s;]*@[^\s;]*/.exec(said)?.[0] ?? said) };
  }
}

/** Whoever is not mailed anything, or has turned it off for a while, is no reader of letters. */
const receivesNothing = (values: ReadonlyMap<string, string>): boolean =>
  ['nomail', 'none'].includes(values.get('reception') ?? '') || values.get('suspend') === '1';

const entryOf = ({ line, email, values }: Block): Line => ({
  ...{ line, address: email ?? '', receivesNothing: receivesNothing(values) },
  ...optional('language', values.get('lang')),
  ...optional('since', values.get('date')),
});

const optional = (name: 'language' | 'since', value: string | undefined) =>
  value === undefined ? {} : { [name]: value };

/** What `sympa.pl --dump_users` writes: a block of «key value» for each person, with an empty line between. */
async function* dumped(lines: AsyncIterable<TextLine>): AsyncGenerator<Line> {
  let block: Block | undefined;
  for await (const { line, text, isCut } of lines) {
    if (isCut) yield { line, why: 'too-long' };
    const [, key = '', value = ''] = /^(\w+)\s*(.*)$/.exec(text.trim()) ?? [];
    // Two persons of whom the empty line between them was lost are still two.
    if (block && (key === '' || (key === 'email' && block.email !== undefined))) {
      yield entryOf(block);
      block = undefined;
    }
    if (key === '') continue;
    block ??= { line, values: new Map() };
    if (key === 'email') Object.assign(block, { line, email: value });
    else block.values.set(key, value);
  }
  if (block) yield entryOf(block);
}

/** A dump has a line that begins with `email` for each person. */
export const isDump = (first: readonly TextLine[]): boolean => first.some(({ text }) => /^email\s+\S/.test(text));

export const sympa = { dumped, reviewed };
