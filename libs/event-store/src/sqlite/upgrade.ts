import type { DatabaseSync } from 'node:sqlite';
import { beginning, chained } from '../chain.js';
import { linkColumns, linkOf, type LinkRow } from './rows.js';
import { schemaVersion } from './schema.js';

/**
 * Brings a log of an earlier schema to the present one, in the transaction that is open. What was recorded stays as it is:
 * schema 2 adds beside it what is known of an event, and its hash in the chain.
 */
export const upgraded = (database: DatabaseSync): void => {
  const { schema } = database.prepare('SELECT schema FROM log').get() as { schema: number };
  if (schema === 1) withChain(database);
  database.prepare('UPDATE log SET schema = ?').run(schemaVersion);
};

const pageSize = 1_000;

const withChain = (database: DatabaseSync): void => {
  database.exec(`
    ALTER TABLE stream ADD COLUMN ended INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE event ADD COLUMN metadata TEXT NOT NULL DEFAULT '{}';
    ALTER TABLE event ADD COLUMN hash BLOB NOT NULL DEFAULT x'';
    DROP TRIGGER event_is_never_changed;`);
  const page = database.prepare(
    `SELECT ${linkColumns} FROM event JOIN stream ON stream.id = event.stream JOIN event_type ON event_type.id = event.type
     WHERE event.position > ? ORDER BY event.position LIMIT ${pageSize}`,
  );
  page.setReturnArrays(true);
  const write = database.prepare('UPDATE event SET hash = ? WHERE position = ?');
  let hash = beginning;
  for (let after = 0n; ;) {
    const links = (page.all(after) as unknown as LinkRow[]).map(linkOf);
    for (const link of links) {
      hash = chained(hash, link);
      write.run(Buffer.from(hash, 'hex'), link.position);
    }
    if (links.length < pageSize) return;
    after = links.at(-1)?.position ?? after;
  }
};
