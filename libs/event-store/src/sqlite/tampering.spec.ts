import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beginning, chained } from '../chain.js';
import type { Fixed } from '../verification/checkpoint-note.js';
import { verify, type ChainFault } from '../verification/verify.js';
import { linkColumns, linkOf, type LinkRow } from './rows.js';
import { SqliteEventStore } from './sqlite-event-store.js';
import { verifyLog } from './verify-log.js';

const folder = mkdtempSync(join(tmpdir(), 'relais-tampered-'));
let files = 0;
afterAll(() => rmSync(folder, { recursive: true }));

/** Thirty events of three streams by turns, with checkpoints at 10 and 20. */
const count = 30;
const original = join(folder, 'original.db');
let fixed: readonly Fixed[] = [];
beforeAll(async () => {
  const store = SqliteEventStore.open(original, { now: () => '2026-11-25T09:00:00Z' });
  for (let n = 1; n <= count; n++) {
    const event = { type: 'test.happened', data: { n }, metadata: { causation: `c${n}` } };
    await store.append('abc'[n % 3] ?? '', [event], 'any');
  }
  const hashes: string[] = [];
  for await (const page of store.links()) hashes.push(...page.map(({ hash = '' }) => hash));
  await store.close();
  fixed = [10, 20].map((size) => ({ size, hash: hashes[size - 1] ?? '' }));
});
const copied = (): string => {
  const file = join(folder, `${++files}.db`);
  copyFileSync(original, file);
  return file;
};

/** As an attacker who has the file does it: the triggers go first. */
const tamper = (file: string, work: (database: DatabaseSync) => void): void => {
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: false });
  database.exec('PRAGMA synchronous=OFF');
  database.exec('DROP TRIGGER event_is_never_changed; DROP TRIGGER event_is_never_removed');
  work(database);
  database.close();
};

/** Positions after one that was taken out or is to be put in, moved by one without ever meeting. */
const closeUp = (from: number): string =>
  `UPDATE event SET position = -position WHERE position > ${from}; UPDATE event SET position = -position - 1 WHERE position < 0;`;
const makeRoom = (at: number): string =>
  `UPDATE event SET position = -position WHERE position >= ${at}; UPDATE event SET position = -position + 1 WHERE position < 0;`;
const swap = (one: number, other: number): string =>
  `UPDATE event SET position = -1 WHERE position = ${one}; UPDATE event SET position = ${one} WHERE position = ${other};
   UPDATE event SET position = ${other} WHERE position = -1;`;
const putIn = (at: number): string =>
  `${makeRoom(at)} INSERT INTO event(position, id, stream, version, type, data, at, metadata, hash)
   SELECT ${at}, randomblob(16), stream, max(version) + 1, type, data, at, metadata, randomblob(32) FROM event WHERE stream = 1;`;

/** Makes the whole chain anew, as whoever knows how it is made can. */
const rechain = (database: DatabaseSync, from = 1): void => {
  const rows = database.prepare(
    `SELECT ${linkColumns} FROM event JOIN stream ON stream.id = event.stream JOIN event_type ON event_type.id = event.type ORDER BY position`,
  );
  rows.setReturnArrays(true);
  let hash = beginning;
  for (const link of (rows.all() as unknown as LinkRow[]).map(linkOf)) {
    hash = link.position < from ? (link.hash ?? '') : chained(hash, link);
    database.prepare('UPDATE event SET hash = ? WHERE position = ?').run(Buffer.from(hash, 'hex'), link.position);
  }
};

type Hashes = ReturnType<ReturnType<DatabaseSync['prepare']>['all']>;
const restoreHashes = (database: DatabaseSync, hashes: Hashes): void => {
  for (const { position, hash } of hashes)
    database.prepare('UPDATE event SET hash = ? WHERE position = ?').run(hash ?? '', position ?? 0);
};

const shortly = ({ kind, position, from, to }: ChainFault): string =>
  `${kind}${position === undefined ? '' : ` at ${position}`}, ${from} to ${to ?? 'the end'}`;

/** What both ways of reading find: over the rows of the file, and over any store's links. They must not differ. */
const found = async (file: string): Promise<string[]> => {
  const { faults } = verifyLog(file, () => true, fixed);
  const store = SqliteEventStore.open(file, { readOnly: true });
  const verdict = await verify((after) => store.links(after), fixed);
  await store.close();
  expect(verdict.faults).toEqual(faults);
  return faults.map(shortly);
};

describe('the chain of a log in a file', () => {
  it('has no fault as it was written, and comes to its checkpoints', async () => {
    const file = copied();
    expect(await found(file)).toEqual([]);
    expect(verifyLog(file, () => true, fixed).checkpoints).toBe(2);
  });

  it.each<[string, string | ((database: DatabaseSync) => void), string[]]>([
    [
      'a flipped bit of data',
      "UPDATE event SET data = replace(data, '14', '04') WHERE position = 14",
      ['altered at 14, 11 to 20'],
    ],
    ['altered metadata', "UPDATE event SET metadata = '{}' WHERE position = 14", ['altered at 14, 11 to 20']],
    ['another time', "UPDATE event SET at = '2026-11-25T09:59:59Z' WHERE position = 3", ['altered at 3, 1 to 10']],
    ['another id', 'UPDATE event SET id = randomblob(16) WHERE position = 20', ['altered at 20, 11 to 20']],
    ['another version', 'UPDATE event SET version = 77 WHERE position = 21', ['removed at 21, 21 to the end']],
    [
      'another type',
      "INSERT INTO event_type(name) VALUES ('test.ended'); UPDATE event SET type = 2 WHERE position = 30",
      ['altered at 30, 21 to the end'],
    ],
    ['another stream', 'UPDATE event SET stream = 2, version = 50 WHERE position = 12', ['altered at 12, 11 to 20']],
    [
      'a flipped bit of a hash',
      'UPDATE event SET hash = randomblob(32) WHERE position = 14',
      ['altered at 14, 11 to 20'],
    ],
    ['the last hash', "UPDATE event SET hash = x'00' WHERE position = 30", ['altered at 30, 21 to the end']],
    ['a removed event', 'DELETE FROM event WHERE position = 14', ['removed at 14, 11 to 20']],
    [
      'a removed event, closed up',
      `DELETE FROM event WHERE position = 14; ${closeUp(14)}`,
      ['removed at 14, 11 to 19'],
    ],
    ['a removed beginning, closed up', `DELETE FROM event WHERE position = 1; ${closeUp(1)}`, ['removed at 1, 1 to 9']],
    ['an inserted event', putIn(14), ['inserted at 14, 11 to 21']],
    ['an inserted beginning', putIn(1), ['inserted at 1, 1 to 11']],
    ['an added end', putIn(31), ['altered at 31, 21 to the end']],
    ['two swapped', swap(14, 17), ['swapped at 14, 11 to 20']],
    ['two neighbours swapped', swap(14, 15), ['swapped at 14, 11 to 20']],
    ['two swapped over a checkpoint', swap(9, 12), ['swapped at 9, 1 to 10']],
    [
      'two swapped whose hashes stayed',
      (database) => {
        const hashes = database.prepare('SELECT position, hash FROM event').all();
        database.exec(swap(15, 16));
        restoreHashes(database, hashes);
      },
      ['swapped at 15, 11 to 20'],
    ],
    [
      'two places, each',
      "UPDATE event SET data = '{}' WHERE position IN (4, 25)",
      ['altered at 4, 1 to 10', 'altered at 25, 21 to the end'],
    ],
    [
      'an event put in with a right hash',
      (database) => {
        database.exec(putIn(14));
        const rest = database.prepare('SELECT position, hash FROM event WHERE position > 14').all();
        rechain(database, 14);
        restoreHashes(database, rest);
      },
      ['inserted at 14, 11 to 21'],
    ],
    [
      'an altered event with a right hash',
      (database) => {
        database.exec("UPDATE event SET data = '{}' WHERE position = 14");
        const rest = database.prepare('SELECT position, hash FROM event WHERE position > 14').all();
        rechain(database, 14);
        restoreHashes(database, rest);
      },
      ['altered at 15, 11 to 20'],
    ],
    [
      'an altered event, the chain made anew: by checkpoints alone',
      (database) => {
        database.exec("UPDATE event SET data = '{}' WHERE position = 14");
        rechain(database);
      },
      ['rewritten, 11 to 20'],
    ],
    [
      'a removed event, everything made anew: by checkpoints alone',
      (database) => {
        database.exec(`DELETE FROM event WHERE position = 3; ${closeUp(3)}`);
        rechain(database);
      },
      ['rewritten, 1 to 10'],
    ],
    ['a tail cut off, by a checkpoint', 'DELETE FROM event WHERE position > 17', ['cut off at 18, 11 to the end']],
    ['everything cut off', 'DELETE FROM event', ['cut off at 1, 1 to the end']],
    [
      'data with a line feed in it',
      (database) => {
        database.exec("UPDATE event SET data = '{' || char(10) || '}' WHERE position = 14");
        rechain(database);
      },
      ['rewritten, 11 to 20', 'ambiguous at 14, 14 to 14'],
    ],
    [
      'a stream with a line feed in its name',
      (database) => {
        database.exec("UPDATE stream SET name = 'b' || char(10) || '1' WHERE name = 'b'");
        rechain(database);
      },
      ['ambiguous at 1, 1 to 1', 'rewritten, 1 to 10'],
    ],
  ])('shows %s, and where', async (_what, work, faults) => {
    const file = copied();
    tamper(file, (database) => (typeof work === 'string' ? database.exec(work) : work(database)));
    const all = await found(file);
    expect(all.slice(0, faults.length)).toEqual(faults);
    if (!faults.some((fault) => fault.startsWith('ambiguous'))) expect(all).toHaveLength(faults.length);
  });

  it('says in words what was done, and between which checkpoints', async () => {
    const file = copied();
    tamper(file, (database) => database.exec(`${swap(14, 17)} UPDATE event SET data = '{}' WHERE position = 25`));
    expect(verifyLog(file, () => true, fixed).problems.slice(-2)).toEqual([
      {
        where: 'position 14',
        what: 'it and the event at position 17 changed places (in the interval from position 11 to 20)',
      },
      { where: 'position 25', what: 'it is not as it was recorded (after position 20, which no checkpoint covers)' },
    ]);
  });
});

/** A linear congruential generator: the same tamperings in every run. */
const randoms = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

const tamperings: readonly ((at: number, random: (below: number) => number) => string)[] = [
  (at) => `UPDATE event SET data = '{"n":0}' WHERE position = ${at}`,
  (at) => `UPDATE event SET metadata = '{"causation":"x"}' WHERE position = ${at}`,
  (at) => `UPDATE event SET at = at || '0' WHERE position = ${at}`,
  (at) => `UPDATE event SET hash = randomblob(32) WHERE position = ${at}`,
  (at) => `DELETE FROM event WHERE position = ${at}`,
  (at) => `DELETE FROM event WHERE position = ${at}; ${closeUp(at)}`,
  (at) => putIn(at),
  (at, random) => swap(at, at + 1 + random(count - at)),
];

describe('whatever is done to one place of a log', () => {
  const random = randoms(42);
  const cases = Array.from({ length: 120 }, (_, index) => {
    const [which, at] = [index % tamperings.length, 1 + random(count - 1)];
    return [at, tamperings[which]?.(at, random) ?? ''] as const;
  });

  it('is found, once, and at that place: 120 random tamperings', async () => {
    for (const [at, sql] of cases) {
      const copy = copied();
      tamper(copy, (database) => database.exec(sql));
      const { faults } = verifyLog(copy, () => true, fixed);
      expect([sql, faults.map(({ position }) => Number(position))]).toEqual([sql, [at]]);
      const interval = faults[0] as ChainFault;
      expect(Number(interval.from)).toBeLessThanOrEqual(at);
      expect(Number(interval.to ?? Infinity)).toBeGreaterThanOrEqual(at - 1);
    }
  });
});
