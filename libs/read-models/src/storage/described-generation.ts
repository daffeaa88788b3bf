import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { projections as all } from '../projections.js';
import { outdatedBecause } from './generation-file.js';
import { tableOf, type AnyProjection } from './table.js';

/** What can be said of a generation without showing it. */
export type DescribedGeneration = Readonly<{
  /** The position that its rows stand at. */
  position: bigint;
  rows: number;
  bytes: number;
  /** When its file was made. */
  made: Date;
  /** By which version of each projection. */
  versions: Readonly<Record<string, number>>;
  /** Why it is of other code than this; absent when it is of this code. */
  outdated?: string;
}>;

/** Looks into a generation's file, which may be in use. Throws what SQLite says of a damaged one. */
export const describeGeneration = (file: string, projections: readonly AnyProjection[] = all): DescribedGeneration => {
  const { size, birthtime } = statSync(file);
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    database.exec('PRAGMA busy_timeout=10000');
    const versions = Object.fromEntries(
      database
        .prepare('SELECT name, version FROM projection ORDER BY name')
        .all()
        .map(({ name, version }) => [String(name), Number(version)]),
    );
    const rows = Object.keys(versions).map((name) =>
      Number(database.prepare(`SELECT count(*) AS rows FROM ${tableOf({ name })}`).get()?.['rows']),
    );
    const { position } = database.prepare('SELECT position FROM generation').get() as { position: string };
    const outdated = outdatedBecause(database, projections);
    return {
      ...{ position: BigInt(position), rows: rows.reduce((sum, count) => sum + count, 0), bytes: size },
      ...{ made: birthtime, versions },
      ...(outdated !== undefined && { outdated }),
    };
  } finally {
    database.close();
  }
};
