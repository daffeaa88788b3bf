import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { WrongVersion } from '../event-store.js';
import { prepared } from '../prepared.js';
import { GroupCommit } from './group-commit.js';
import { openLogFile } from './log-file.js';
import { newId } from './rows.js';
import { SqliteEventStore } from './sqlite-event-store.js';

const folder = mkdtempSync(join(tmpdir(), 'relais-commits-'));
let files = 0;
const newFile = (): string => join(folder, `${++files}.db`);
afterAll(() => rmSync(folder, { recursive: true }));

const happened = (n: number, text = '') => ({ type: 'test.happened', data: { n, text } });
const big = 'x'.repeat(100_000);

describe('appends that share a commit', () => {
  let database: DatabaseSync;
  let commits: GroupCommit;
  let committed: number;
  beforeEach(() => {
    committed = 0;
    database = openLogFile(newFile());
    commits = new GroupCommit(
      database,
      () => '2026-11-25T09:00:00.000Z',
      () => undefined,
      () => committed++,
    );
  });
  afterEach(() => database.close());

  const append = (stream: string, expected: 'any' | 'no stream' | number, ...events: ReturnType<typeof happened>[]) =>
    commits.append({ stream, expected, events, prepared: prepared(stream, events, { newId }) });
  const told = (): string[] =>
    database
      .prepare('SELECT name, event.version FROM event JOIN stream ON stream.id = event.stream ORDER BY event.position')
      .all()
      .map(({ name, version }) => `${String(name)} ${String(version)}`);

  it('stand in the log in the order in which they came, in one commit', async () => {
    const appended = await Promise.all([
      append('a', 'any', happened(1)),
      append('b', 'any', happened(2)),
      append('a', 1, happened(3)),
    ]);
    expect(appended.map(({ position }) => position)).toEqual([1n, 2n, 3n]);
    expect([told(), committed]).toEqual([['a 1', 'b 1', 'a 2'], 1]);
  });

  it('are each refused for themselves: the others beside them are written', async () => {
    const outcomes = await Promise.allSettled([
      append('a', 'no stream', happened(1)),
      append('a', 'no stream', happened(2), happened(3)),
      append('b', 7, happened(4)),
      append('a', 1, happened(5)),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
    expect((outcomes[1] as PromiseRejectedResult).reason).toBeInstanceOf(WrongVersion);
    expect([told(), committed]).toEqual([['a 1', 'a 2'], 1]);
  });

  it('wake nobody when all of them were refused', async () => {
    await expect(append('a', 3, happened(1))).rejects.toThrow(WrongVersion);
    expect([told(), committed]).toEqual([[], 0]);
  });

  it('are written in several commits where they are many, each of them whole', async () => {
    const many = Array.from({ length: 400 }, (_, n) => happened(n));
    await Promise.all(['a', 'b', 'c', 'd'].map((stream) => append(stream, 'no stream', ...many)));
    expect([told().length, committed]).toEqual([1_600, 2]);
  });

  it('all fail where the disk is full, saying so, and lose nothing; they go on once there is room', async () => {
    await append('a', 'no stream', happened(1));
    const { page_count: pages } = database.prepare('PRAGMA page_count').get() as { page_count: number };
    database.exec(`PRAGMA max_page_count=${pages + 3}`);
    const outcomes = await Promise.allSettled([append('b', 'any', happened(2)), append('a', 1, happened(3, big))]);
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({
        reason: {
          name: 'LogUnavailable',
          message: expect.stringMatching(/the log .+\.db .*the disk is full: make room/),
        },
      });
    expect([told(), committed, database.isTransaction]).toEqual([['a 1'], 1, false]);
    await append('a', 1, happened(2));
    database.exec('PRAGMA max_page_count=1000000');
    expect(await append('a', 2, happened(3, big))).toEqual({ version: 3, position: 3n });
    expect(told()).toEqual(['a 1', 'a 2', 'a 3']);
  });

  it('leave nothing open where events of another log cannot be written', async () => {
    await append('a', 'any', happened(1));
    const id = String(database.prepare('SELECT lower(hex(id)) AS id FROM event').get()?.['id']);
    const link = { position: 1n, id, stream: 'b', type: 'test.happened', recordedAt: '', metadata: '{}', data: '{}' };
    const links = [
      { ...link, id: newId(), version: 1 },
      { ...link, version: 2 },
    ];
    expect(() => commits.copy(links)).toThrow('UNIQUE');
    expect([told(), database.isTransaction]).toEqual([['a 1'], false]);
    await append('b', 'no stream', happened(2));
  });

  it('keep their chain after a commit that failed', async () => {
    await append('a', 'any', happened(1));
    database.exec('PRAGMA max_page_count=1');
    await expect(append('a', 'any', happened(2, big))).rejects.toThrow('full');
    database.exec('PRAGMA max_page_count=1000000');
    await append('a', 'any', happened(3));
    const hashes = database.prepare('SELECT count(DISTINCT hash) AS count FROM event WHERE length(hash) = 32').get();
    expect([told(), hashes?.['count']]).toEqual([['a 1', 'a 2'], 2]);
  });
});

describe('a log that closes while appends wait', () => {
  it('writes them first, and says so to each', async () => {
    const file = newFile();
    const store = SqliteEventStore.open(file);
    const waiting = Array.from({ length: 2_500 }, (_, n) => store.append(`s${n % 7}`, [happened(n)], 'any'));
    const refused = expect(store.append('s0', [happened(0)], 'no stream')).rejects.toThrow(WrongVersion);
    await store.close();
    expect((await Promise.all(waiting)).map(({ position }) => Number(position))).toEqual(waiting.map((_, n) => n + 1));
    await refused;
    const again = SqliteEventStore.open(file, { readOnly: true });
    expect(await again.head()).toBe(2_500n);
    await again.close();
  });

  it('refuses what comes afterwards, without a word to the log', async () => {
    const store = SqliteEventStore.open(newFile());
    await store.close();
    await expect(store.append('a', [happened(1)], 'any')).rejects.toThrow('not open');
    await expect(store.copy([])).rejects.toThrow('not open');
    await store.close();
  });
});
