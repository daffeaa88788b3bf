import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Recorded } from '@relais/event-sourcing';
import { beginning, chained } from '../chain.js';
import { StreamEnded, streamEnded, WrongVersion, type Appended, type Expected, type NewEvent } from '../event-store.js';
import { alreadyRecorded, isAsExpected } from '../expectation.js';
import type { Prepared } from '../prepared.js';
import { blobOf } from './rows.js';

/** One append: what is to be written, and where. */
export type Append = Readonly<{
  stream: string;
  expected: Expected;
  events: readonly NewEvent[];
  prepared: readonly Prepared[];
}>;

/** Where the log stands, while events are written after it. */
export type Head = { position: number; hash: string };
type Stream = { id: number; version: number; ended: number };

/** Writes appends into the log's tables and into its chain, inside the transaction that is open. */
export class Writing {
  readonly #head: StatementSync;
  readonly #stream: StatementSync;
  readonly #newStream: StatementSync;
  readonly #advance: StatementSync;
  readonly #type: StatementSync;
  readonly #newType: StatementSync;
  readonly #insert: StatementSync;
  readonly #types = new Map<string, number>();

  constructor(database: DatabaseSync) {
    this.#head = database.prepare(
      'SELECT position, lower(hex(hash)) AS hash FROM event ORDER BY position DESC LIMIT 1',
    );
    this.#stream = database.prepare('SELECT id, version, ended FROM stream WHERE name = ?');
    this.#newStream = database.prepare('INSERT INTO stream(name, version) VALUES (?, 0)');
    this.#advance = database.prepare('UPDATE stream SET version = ?, ended = ? WHERE id = ?');
    this.#type = database.prepare('SELECT id FROM event_type WHERE name = ?');
    this.#newType = database.prepare('INSERT INTO event_type(name) VALUES (?)');
    this.#insert = database.prepare(
      'INSERT INTO event(position, id, stream, version, type, data, at, metadata, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    );
  }

  /** The last event's position and hash. */
  head(): Head {
    return (this.#head.get() as Head | undefined) ?? { position: 0, hash: beginning };
  }

  /** Writes one append after `head`, which it moves on. Throws what an append rejects with, and then has written nothing. */
  write(append: Append, head: Head, recordedAt: string, find: (id: string) => Recorded | undefined): Appended {
    const { stream, expected, events } = append;
    const before = alreadyRecorded(stream, events, find);
    if (before) return before;
    const known = this.#stream.get(stream) as Stream | undefined;
    const actual = known?.version ?? 0;
    if (known?.ended === 1) throw new StreamEnded(stream);
    if (!isAsExpected(expected, actual)) throw new WrongVersion(stream, expected, actual);
    if (append.prepared.length === 0) return { version: actual, position: BigInt(head.position) };
    const streamId = known?.id ?? Number(this.#newStream.run(stream).lastInsertRowid);
    let version = actual;
    for (const { id, type, data, metadata } of append.prepared) {
      head.position++;
      version++;
      head.hash = chained(head.hash, { id, stream, version, type, recordedAt, metadata, data });
      const typeId = this.#typeId(type);
      const hash = Buffer.from(head.hash, 'hex');
      this.#insert.run(head.position, blobOf(id), streamId, version, typeId, data, recordedAt, metadata, hash);
    }
    this.#advance.run(version, Number(append.prepared.at(-1)?.type === streamEnded), streamId);
    return { version, position: BigInt(head.position) };
  }

  #typeId(name: string): number {
    const cached = this.#types.get(name);
    if (cached !== undefined) return cached;
    const known = this.#type.get(name) as { id: number } | undefined;
    // Not kept before it is committed: the transaction may yet be rolled back.
    if (known === undefined) return Number(this.#newType.run(name).lastInsertRowid);
    this.#types.set(name, known.id);
    return known.id;
  }
}
