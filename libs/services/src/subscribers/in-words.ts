import type { Imported } from './importing.js';
import type { KnownImport } from './known-imports.js';
import type { Why } from './reading/line.js';
import type { Undone } from './undoing.js';

const whys: Readonly<Record<Why, string>> = {
  unreadable: 'cannot be read: a quote is not closed, or stands where none may be',
  'too-long': 'is too long',
  'no-address': 'has no address',
  'several-addresses': 'has several addresses',
  'control-character': 'has a line break or another control character in its address',
  quoted: 'has an address in quotes, which no letter can be sent to',
  'local-part': 'has an address that is none before its @',
  domain: 'has an address that is none after its @',
  repeated: 'repeats an address of a line before',
  'receives-nothing': 'is of somebody who received nothing of that list',
};

export const importedInWords = ({ import: id, outcome, format, encoding, counts, refused }: Imported): string => {
  const { imported, known, left, refused: count } = counts;
  const verb = outcome === 'dry-run' ? 'would be imported (dry run)' : 'imported';
  return [
    ...refused.map(({ line, why }) => `line ${line} ${whys[why]}`),
    ...(count > refused.length ? [`… and ${count - refused.length} more lines: --report FILE has them all`] : []),
    `${imported} ${verb}, ${known} subscribed already, ${left} had left or are not there, ${count} lines refused (${format}, ${encoding})`,
    ...(outcome === 'imported' ? [`import ${id}: «relais subscribers undo ${id}» takes it back whole`] : []),
  ].join('\n');
};

export const undoneInWords = ({ import: id, outcome, ended, stayed, over }: Undone): string => {
  const before = outcome === 'undone-before' ? ' (it was undone before)' : '';
  return `import ${id}: ${ended} ended, ${stayed} stay since they chose or answered themselves, ${over} had left before${before}`;
};

export const knownInWords = ({ begun, at, completed, undone }: KnownImport): string => {
  const begins = `${begun.import}  ${at.slice(0, 16).replace('T', ' ')}  ${begun.list}  ${begun.format}`;
  if (undone) return `${begins}  undone: ${undone.ended} ended`;
  if (completed === undefined) return `${begins}  not complete: the same command goes on with it`;
  const { imported, known, left, refused } = completed;
  return `${begins}  ${imported} imported, ${known} known, ${left} left, ${refused} refused`;
};
