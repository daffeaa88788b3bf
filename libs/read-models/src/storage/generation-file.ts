import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Recorded } from '@relais/event-sourcing';
import { createTable, tableOf, type AnyProjection } from './table.js';

/** The shape of a generation's file. Another one is not mended but made anew. */
const format = 1;

/** Makes the tables of a generation's file where there are none, without their indexes; returns whether there were none. */
export const prepareFile = (database: DatabaseSync, projections: readonly AnyProjection[]): boolean => {
  database.exec('CREATE TABLE IF NOT EXISTS generation(format INTEGER NOT NULL, position TEXT NOT NULL, event TEXT)');
  database.exec(
    'CREATE TABLE IF NOT EXISTS projection(name TEXT PRIMARY KEY, version INTEGER NOT NULL, position TEXT NOT NULL, at TEXT NOT NULL)',
  );
  if (database.prepare('SELECT 1 FROM generation').get() !== undefined) return false;
  database.prepare('INSERT INTO generation VALUES (?, ?, NULL)').run(format, '0');
  const insert = database.prepare("INSERT INTO projection VALUES (?, ?, '0', ?)");
  for (const projection of projections) {
    createTable(database, projection);
    insert.run(projection.name, projection.version, '1970-01-01T00:00:00.000Z');
  }
  return true;
};

/** Why a generation's file cannot be read or gone on with by this code; undefined when it can. */
export const outdatedBecause = (database: DatabaseSync, projections: readonly AnyProjection[]): string | undefined => {
  const found = database.prepare('SELECT format FROM generation').get() as { format: number };
  if (found.format !== format) return `its format is ${found.format}, not ${format}`;
  const versions = new Map(
    (database.prepare('SELECT name, version FROM projection').all() as { name: string; version: number }[]).map(
      ({ name, version }) => [name, version],
    ),
  );
  const other = projections.find(({ name, version }) => versions.get(name) !== version);
  return other && `${other.name} is at version ${versions.get(other.name) ?? 'none'}, not ${other.version}`;
};

/** Writes where the rows stand, in the transaction that wrote the rows. */
export class Standing {
  readonly #projection;
  readonly #generation;

  constructor(database: DatabaseSync) {
    this.#projection = database.prepare('UPDATE projection SET position = ?, at = ? WHERE name = ?');
    this.#generation = database.prepare('UPDATE generation SET position = ?, event = ?');
  }

  /** The last event of all, and the last one that changed rows of each projection. */
  write(last: Pick<Recorded, 'position' | 'id'>, changed: ReadonlyMap<AnyProjection, Recorded>): void {
    for (const [{ name }, { position, recordedAt }] of changed)
      this.#projection.run(String(position), recordedAt, name);
    this.#generation.run(String(last.position), last.id);
  }
}

/** How many characters are hashed at once. */
const piece = 100_000;

/** SHA-256 over all rows of all projections in order of their keys: equal for equal read models. */
export const digestOf = (database: DatabaseSync, projections: readonly AnyProjection[]): string => {
  const hash = createHash('sha256');
  let text = '';
  for (const projection of projections) {
    text += `${projection.name}\n`;
    const rows = database.prepare(`SELECT key, row FROM ${tableOf(projection)} ORDER BY key`);
    for (const { key, row } of rows.iterate()) {
      // Neither holds a line break, being JSON, so that each row is told from the next.
      text += `${JSON.stringify(key)}\n${String(row)}\n`;
      if (text.length < piece) continue;
      hash.update(text);
      text = '';
    }
  }
  return hash.update(text).digest('hex');
};
