import type { ImportFormat } from '@relais/mailing-list';
import type { Wanted } from './columns.js';
import { csv } from './csv.js';
import type { Line, TextLine } from './line.js';
import { isConfiguration, mailman } from './mailman.js';
import { isDump, sympa } from './sympa.js';
import { LinesAhead } from './text-lines.js';

/** How many lines are looked at to tell what a file is. */
const glance = 100;

/** «Name <address>» on every other line at least, which is no table. */
const isNameAndAddress = (first: readonly TextLine[]): boolean => {
  const full = first.filter(({ text }) => text.trim() !== '');
  const such = full.filter(({ text }) => /^[^<>]*<[^<>@]+@[^<>]+>\s*$/.test(text));
  return such.length > 0 && such.length * 2 >= full.length;
};

const readers: Readonly<
  Record<ImportFormat, (lines: LinesAhead, first: readonly TextLine[], wanted: Wanted) => AsyncIterable<Line>>
> = {
  csv: (lines, _first, wanted) => csv(lines, wanted),
  sympa: (lines, first) => (isDump(first) ? sympa.dumped(lines) : sympa.reviewed(lines)),
  mailman: (lines, first, wanted) => {
    if (isConfiguration(first)) return mailman.dumped(lines);
    return isTable(first) ? csv(lines, wanted) : mailman.listed(lines);
  },
};

/** Postorius gives a table away; a name may hold a comma too. */
const isTable = (first: readonly TextLine[]): boolean =>
  /[,;\t]/.test(first[0]?.text ?? '') && !isNameAndAddress(first);

/** Which format a file is in, by its first lines. */
const formatOf = (first: readonly TextLine[]): ImportFormat => {
  if (isConfiguration(first)) return 'mailman';
  if (isDump(first)) return 'sympa';
  return isNameAndAddress(first) ? 'mailman' : 'csv';
};

/** Reads whom a file names, line by line, in the format that is given or that it looks like. */
export const readLines = async (
  text: AsyncIterable<TextLine>,
  { format, wanted = {} }: Readonly<{ format?: ImportFormat | undefined; wanted?: Wanted | undefined }>,
): Promise<Readonly<{ format: ImportFormat; lines: AsyncIterable<Line> }>> => {
  const lines = new LinesAhead(text);
  const first = await lines.peek(glance);
  const found = format ?? formatOf(first);
  return { format: found, lines: readers[found](lines, first, wanted) };
};
