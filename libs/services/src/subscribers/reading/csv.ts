import { parse } from 'csv-parse/sync';
import { addressIn } from './address.js';
import { columnsNamed, type Columns, type Wanted } from './columns.js';
import type { Line, TextLine } from './line.js';
import { LinesAhead } from './text-lines.js';

/** A text in quotes goes over at most so many lines: a quote that nobody closed costs its own line, and no more. */
const longestRecord = 20;

type Separator = ',' | ';' | '\t';
const separators: readonly Separator[] = [';', '\t', ','];
type Record = Readonly<{ cells: readonly string[]; lines: number }>;

/** Persons in a table: with a line of names above, or without one, where the column that holds an address is theirs. */
export async function* csv(text: AsyncIterable<TextLine>, wanted: Wanted): AsyncGenerator<Line> {
  const lines = new LinesAhead(text);
  const separator = await separatorOf(lines);
  let columns: Columns | undefined;
  for (let [first] = await lines.peek(1); first; [first] = await lines.peek(1)) {
    const { line, isCut } = first;
    const record = isCut ? undefined : await recordAt(lines, first.text, separator);
    lines.drop(record?.lines ?? 1);
    if (record === undefined) {
      yield { line, why: isCut ? 'too-long' : 'unreadable' };
      continue;
    }
    const { cells } = record;
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (columns === undefined) {
      const named = columnsNamed(cells, wanted);
      columns = named ?? (await unnamed(cells, lines, separator));
      if (named?.isHeader) continue;
    }
    const { address, language, since } = columns;
    yield {
      ...{ line, address: cells[address] ?? '' },
      ...(language !== undefined && { language: cells[language] ?? '' }),
      ...(since !== undefined && { since: cells[since] ?? '' }),
    };
  }
}

/** Without names: where the first address stands, of the first lines. */
const unnamed = async (cells: readonly string[], lines: LinesAhead, separator: Separator): Promise<Columns> => {
  const next = (await lines.peek(longestRecord)).map(({ text }) => cellsOf(text, separator, true) ?? []);
  const places = [cells, ...next].map((some) => some.findIndex((cell) => 'address' in addressIn(cell)));
  return { address: places.find((place) => place !== -1) ?? 0, isHeader: false };
};

/** What cuts each of the first lines, and cuts them most. Excel says it itself: `sep=;`. */
const separatorOf = async (lines: LinesAhead): Promise<Separator> => {
  const first = await lines.peek(longestRecord);
  const said = separators.find((one) => first[0]?.text.trim().toLowerCase() === `sep=${one}`.trim());
  if (said) {
    lines.drop(1);
    return said;
  }
  const full = first.filter(({ text }) => text.trim() !== '');
  const least = (separator: Separator): number =>
    Math.min(...full.map(({ text }) => text.replaceAll(/"[^"]*"/g, '').split(separator).length));
  return separators.toSorted((one, other) => least(other) - least(one))[0] ?? ',';
};

/**
 * The record that begins here: one line, or as many as its quotes go over. Where it is none as CSV has it, the one line as well
 * as it can be read: a sign of inches is not the beginning of a text. Undefined where nobody can tell.
 */
const recordAt = async (lines: LinesAhead, text: string, separator: Separator): Promise<Record | undefined> => {
  if (!text.includes('"')) return { cells: text.split(separator), lines: 1 };
  const ahead = isBalanced(text) ? [] : (await lines.peek(longestRecord)).slice(1);
  for (let count = 0, whole = text; ; count++) {
    const cells = isBalanced(whole) ? cellsOf(whole, separator, false) : undefined;
    if (cells && !cells.some(holdsOthers)) return { cells, lines: count + 1 };
    const next = ahead[count];
    if (next === undefined || next.isCut) break;
    whole += `\n${next.text}`;
  }
  const cells = cellsOf(text, separator, true);
  return cells && { cells, lines: 1 };
};

/** A text over several lines in which somebody's address stands is no note, but a quote that nobody closed: others are never lost in it. */
const holdsOthers = (cell: string): boolean => cell.includes('\n') && cell.includes('@');

const isBalanced = (text: string): boolean => text.split('"').length % 2 === 1;

const cellsOf = (text: string, delimiter: Separator, relax: boolean): readonly string[] | undefined => {
  try {
    const records: unknown = parse(text, { delimiter, trim: true, relax_quotes: relax, relax_column_count: true });
    return Array.isArray(records) && records.length === 1 ? (records[0] as string[]) : undefined;
  } catch {
    return undefined;
  }
};
