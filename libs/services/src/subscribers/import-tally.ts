import type { ImportFormat } from '@relais/mailing-list';
import type { ImportId } from '@relais/vocabulary';
import { LineRanges } from './line-ranges.js';
import type { Encoding } from './reading/file-text.js';
import type { Why } from './reading/line.js';

/** What a line came to; `refused` says why, the others need not. */
export type Coming = 'imported' | 'known' | 'left' | 'refused';

/** How many refused lines are listed one by one; all are counted, and stand in the report. */
const listed = 20_000;

/** What came of an import: how many lines of each kind, and which. Nobody's address. */
export type Imported = Readonly<{
  import: ImportId;
  outcome: 'imported' | 'nobody-new' | 'dry-run';
  format: ImportFormat;
  encoding: Encoding;
  counts: Readonly<Record<Coming, number>>;
  /** First and last of each row of lines. */
  lines: Readonly<Record<Exclude<Coming, 'refused'>, readonly (readonly [number, number])[]>>;
  refused: readonly Readonly<{ line: number; why: Why }>[];
}>;

/** Counts lines as they come. */
export class ImportTally {
  readonly #counts = { imported: 0, known: 0, left: 0, refused: 0 };
  readonly #lines = { imported: new LineRanges(), known: new LineRanges(), left: new LineRanges() };
  readonly #refused: { line: number; why: Why }[] = [];

  constructor(
    private readonly about: Pick<Imported, 'format' | 'encoding' | 'import'> & Readonly<{ isDryRun: boolean }>,
  ) {}

  get counts(): Imported['counts'] {
    return { ...this.#counts };
  }

  add(line: number, came: Coming, why: Why | undefined): void {
    this.#counts[came]++;
    if (came !== 'refused') this.#lines[came].add(line);
    else if (why !== undefined && this.#refused.length < listed) this.#refused.push({ line, why });
  }

  result(): Imported {
    const { isDryRun, ...about } = this.about;
    const { imported, known, left } = this.#lines;
    const done = this.#counts.imported > 0 ? 'imported' : 'nobody-new';
    return {
      ...about,
      outcome: isDryRun ? 'dry-run' : done,
      counts: this.counts,
      lines: { imported: imported.all, known: known.all, left: left.all },
      refused: this.#refused,
    };
  }
}
