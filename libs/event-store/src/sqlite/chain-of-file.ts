import type { DatabaseSync } from 'node:sqlite';
import { ChainCheck } from '../verification/chain-check.js';
import type { Fixed } from '../verification/checkpoint-note.js';
import { verdictOf, type ChainVerdict } from '../verification/verify.js';
import { linkColumns, linkOf, uuidOf, type LinkRow } from './rows.js';

const pageSize = 1_000;

const pagesOf = (database: DatabaseSync): ((after: number) => readonly LinkRow[]) => {
  const page = database.prepare(
    `SELECT ${linkColumns} FROM event JOIN stream ON stream.id = event.stream
     JOIN event_type ON event_type.id = event.type WHERE event.position > ? ORDER BY event.position LIMIT ${pageSize}`,
  );
  page.setReturnArrays(true);
  return (after) => page.all(after) as unknown as LinkRow[];
};

/** The same check as of any store's log, over the rows of the file: without a promise or a large number for each. */
export const verifyChain = (database: DatabaseSync, checkpoints: readonly Fixed[]): ChainVerdict => {
  const check = new ChainCheck(checkpoints);
  const pageAfter = pagesOf(database);
  // Below 0 nothing belongs; if something is there, it is seen.
  for (let from = Number.MIN_SAFE_INTEGER; ;) {
    const rows = pageAfter(from);
    for (const [position, id, stream, version, type, data, recordedAt, metadata, hash] of rows)
      check.next({ position, id: uuidOf(id), stream, version, type, recordedAt, metadata, data, hash });
    if (rows.length < pageSize) break;
    from = rows.at(-1)?.[0] ?? from;
  }
  const report = check.end();
  const missing = report.breaks.length > 0 && missesVersion(database);
  return verdictOf(report, ({ earlier }) => pageAfter(Number(earlier[0]?.position ?? 0)).map(linkOf), missing);
};

/** Whether a stream has a version that is higher than the number of its events. */
const missesVersion = (database: DatabaseSync): boolean =>
  database.prepare('SELECT 1 FROM event GROUP BY stream HAVING max(version) > count(*) LIMIT 1').get() !== undefined;
