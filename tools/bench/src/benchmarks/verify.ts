import { generateKeyPairSync, sign } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  checkpointText,
  isSignedBy,
  readCheckpoint,
  signedNote,
  SqliteEventStore,
  verifyChain,
} from '@relais/event-store';
import { alternate } from '../alternate.ts';
import type { Benchmark } from '../benchmark.ts';
import { measured } from '../measured.ts';
import { secondsOf } from '../seconds.ts';
import { writeSyntheticLog } from '../synthetic/synthetic-log.ts';
import { inTemporaryFolder } from '../temporary-folder.ts';

/** How many events there are to a checkpoint. */
const between = 1_000;
const pageSize = 1_000;

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const verifier = {
  name: 'relais.example/journal',
  publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32),
};

/** A note for every thousand events, as the notary signs them. */
const notesOf = async (log: string): Promise<string[]> => {
  const store = SqliteEventStore.open(log, { readOnly: true });
  const notes: string[] = [];
  for await (const page of store.links())
    for (const { position, hash = '' } of page)
      if (Number(position) % between === 0) {
        const text = checkpointText(verifier.name, { size: Number(position), hash });
        notes.push(signedNote(verifier, text, (message) => sign(null, message, privateKey)));
      }
  await store.close();
  return notes;
};

/** Reads and checks every note; throws where one is not signed. */
const checked = (notes: readonly string[]) =>
  notes.map((note) => {
    const checkpoint = readCheckpoint(note);
    if (!isSignedBy(checkpoint.signed, verifier)) throw new Error('a note is not signed by its own key');
    return checkpoint;
  });

/** The columns that the chain is made of, read in order of position and thrown away. */
const scan = (log: string): void => {
  const database = new DatabaseSync(log, { readOnly: true });
  database.exec('PRAGMA cache_size=-8000');
  const page = database.prepare(
    `SELECT event.position, hex(event.id), stream.name, event.version, event_type.name, event.data, event.at, event.metadata,
       lower(hex(event.hash)) FROM event JOIN stream ON stream.id = event.stream JOIN event_type ON event_type.id = event.type
     WHERE event.position > ? ORDER BY event.position LIMIT ${pageSize}`,
  );
  page.setReturnArrays(true);
  for (let after = 0, rows: unknown[][] = []; ; after = Number(rows.at(-1)?.[0])) {
    rows = page.all(after) as unknown as unknown[][];
    if (rows.length < pageSize) break;
  }
  database.close();
};

const isWhole = ({ faults, events }: { faults: readonly unknown[]; events: number }, expected: number): void => {
  if (faults.length > 0 || events !== expected) throw new Error('a log that nobody altered is not found whole');
};

export const verify: Benchmark = {
  name: 'verify',
  counts: 'events',
  usual: { rounds: 3, each: 1_000_000 },
  measure: ({ rounds, each }) =>
    inTemporaryFolder(async (folder) => {
      const log = join(folder, 'log.db');
      await writeSyntheticLog(log, each);
      const notes = await notesOf(log);
      const rate = async (work: () => unknown): Promise<number> => each / (await secondsOf(async () => work()));
      const raw = () => rate(() => scan(log));
      const ofFile = () => {
        const database = new DatabaseSync(log, { readOnly: true });
        isWhole(verifyChain(database, checked(notes)), each);
        database.close();
      };
      const conditions = {
        ...{ rounds, events: each, checkpoints: notes.length },
        figure: 'the chain computed anew, every signature and every checkpoint checked',
        ceiling: 'the same columns read in the same order and thrown away (pages of 1,000)',
      };
      const figures = await alternate(rounds, () => rate(ofFile), raw);
      return [measured({ name: 'verify', unit: 'events/s', beside: 'ceiling', ...figures, conditions })];
    }),
};
