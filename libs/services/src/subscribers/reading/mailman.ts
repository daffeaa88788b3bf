import type { Line, TextLine } from './line.js';

/** What `list_members -f` and `mailman members` write: «Name <address>», or the address alone. */
async function* listed(lines: AsyncIterable<TextLine>): AsyncGenerator<Line> {
  for await (const { line, text, isCut } of lines) {
    const said = text.trim();
    if (isCut) yield { line, why: 'too-long' };
    else if (said !== '' && !said.startsWith('#')) yield { line, address: said };
  }
}

/** A key of the list's own settings, which stands further left than what is in it. */
const setting = /^(?: {4}|\{ {3})u?'(\w+)':\s*(.*)$/;
/** `'alice@exemple.test': 0`, or the same with her spelling of it, or with something else. */
const pair = /u?(?:'([^']*)'|"([^"]*)")\s*:\s*(?:u?'([^']*)'|u?"([^"]*)"|[^,{}]+)/g;

/** What `dumpdb config.pck` writes, in the order of its keys: whose delivery is off, digests, languages, members. */
async function* dumped(lines: AsyncIterable<TextLine>): AsyncGenerator<Line> {
  const [off, languages] = [new Set<string>(), new Map<string, string>()];
  const digests: { line: number; key: string; written: string }[] = [];
  const entryOf = ({ line, key, written }: (typeof digests)[number]): Line => {
    const language = languages.get(key);
    return { line, address: written, receivesNothing: off.has(key), ...(language !== undefined && { language }) };
  };
  let name = '';
  for await (const { line, text } of lines) {
    const [, begun, rest = ''] = setting.exec(text) ?? [];
    name = begun ?? name;
    for (const [, single, double, own, ownDouble] of (begun === undefined ? text : rest).matchAll(pair)) {
      const key = single ?? double ?? '';
      const said = own ?? ownDouble;
      if (name === 'delivery_status') off.add(key);
      if (name === 'language') languages.set(key, said ?? '');
      const entry = { line, key, written: said ?? key };
      if (name === 'digest_members') digests.push(entry);
      if (name === 'members') yield entryOf(entry);
    }
  }
  for (const entry of digests) yield entryOf(entry);
}

export const isConfiguration = (first: readonly TextLine[]): boolean =>
  first.some(({ text }) => text.includes('<----- start object') || /^\{ {3}u?'\w+':/.test(text));

export const mailman = { dumped, listed };
