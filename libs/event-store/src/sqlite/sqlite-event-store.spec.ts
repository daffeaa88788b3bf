import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describeEventStore } from '../testing/event-store.conformance.js';
import { LogUnavailable, NewerLog } from './log-file.js';
import { SqliteEventStore } from './sqlite-event-store.js';

const folder = mkdtempSync(join(tmpdir(), 'relais-log-'));
let files = 0;
const newFile = (): string => join(folder, `${++files}.db`);
const happened = (n: number) => ({ type: 'test.happened', data: { n } });
const repository = join(import.meta.dirname, '..', '..', '..', '..');

afterAll(() => rmSync(folder, { recursive: true }));

describeEventStore('sqlite', async () => SqliteEventStore.open(newFile()));

const positions = async (store: SqliteEventStore): Promise<bigint[]> => {
  const seen: bigint[] = [];
  for await (const page of store.readAll()) seen.push(...page.map(({ position }) => position));
  return seen;
};

/** A process of its own that appends to a stream and says the number of each event once it is acknowledged. */
const writer = (file: string, stream: string, count: number) =>
  spawn(process.execPath, [
    '--input-type=module',
    '--eval',
    `import { SqliteEventStore } from ${JSON.stringify(join(repository, 'libs/event-store/dist/index.js'))};
     const store = SqliteEventStore.open(${JSON.stringify(file)});
     for (let n = 1; n <= ${count}; n++) {
       await store.append(${JSON.stringify(stream)}, [{ type: 'test.happened', data: { n } }], 'any');
       process.stdout.write(n + '\\n');
     }`,
  ]);

describe('the log file', () => {
  it('holds what was written when it is opened again', async () => {
    const file = newFile();
    const first = SqliteEventStore.open(file);
    await first.append('a', [happened(1)], 'no stream');
    await first.close();
    const second = SqliteEventStore.open(file);
    await second.append('a', [happened(2)], 1);
    expect(await positions(second)).toEqual([1n, 2n]);
    await second.close();
  });

  it('is read in smaller pages where somebody asks for them, without a gap or a repeat', async () => {
    const store = SqliteEventStore.open(newFile());
    const events = Array.from({ length: 250 }, (_, n) => happened(n));
    await store.append('a', events, 'no stream');
    for (const selection of [{ page: 100 }, { page: 100, types: ['test.happened'] }]) {
      const pages: number[] = [];
      const read: object[] = [];
      for await (const page of store.readAll(0n, selection)) {
        pages.push(page.length);
        read.push(...page.map(({ data }) => data));
      }
      expect([pages, read]).toEqual([[100, 100, 50], events.map(({ data }) => data)]);
    }
    await store.close();
  });

  it('numbers its events from 1 on, without a gap, whatever was refused in between', async () => {
    const store = SqliteEventStore.open(newFile());
    await store.append('a', [happened(1), happened(2)], 'no stream');
    await expect(store.append('a', [happened(3)], 'no stream')).rejects.toThrow('version 2');
    expect((await store.append('b', [happened(4)], 'any')).position).toBe(3n);
    expect(await positions(store)).toEqual([1n, 2n, 3n]);
    await store.close();
  });

  it('commits durably: WAL and synchronous FULL', async () => {
    const file = newFile();
    const store = SqliteEventStore.open(file);
    const other = new DatabaseSync(file);
    expect(other.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    other.close();
    await store.close();
  });

  it('is never rewritten', async () => {
    const file = newFile();
    const store = SqliteEventStore.open(file);
    await store.append('a', [happened(1)], 'any');
    const other = new DatabaseSync(file);
    expect(() => other.exec("UPDATE event SET data = '{}'")).toThrow('never rewritten');
    expect(() => other.exec('DELETE FROM event')).toThrow('never rewritten');
    other.close();
    await store.close();
  });

  it('gives ids that begin with the time, so that neighbours in the log are neighbours in its index; none twice', async () => {
    const store = SqliteEventStore.open(newFile());
    const ids: string[] = [];
    const before = Date.now();
    for (let n = 0; n < 20; n++)
      await store.append(
        'a',
        Array.from({ length: 50 }, (_, i) => happened(i)),
        'any',
      );
    for await (const page of store.readAll()) ids.push(...page.map(({ id }) => id));
    await store.close();
    expect(new Set(ids).size).toBe(1_000);
    expect(ids.filter((id) => !/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(id))).toEqual(
      [],
    );
    const times = ids.map((id) => Number.parseInt(id.slice(0, 13).replace('-', ''), 16));
    expect(times).toEqual([...times].sort((one, other) => one - other));
    expect([times[0] ?? 0, Date.now()].map((at) => at >= before && at - before < 600_000)).toEqual([true, true]);
  });

  it('wakes a follower when another connection writes', async () => {
    const file = newFile();
    const [reader, other] = [SqliteEventStore.open(file), SqliteEventStore.open(file)];
    const stop = new AbortController();
    const seen = (async () => {
      for await (const page of reader.subscribe(0n, stop.signal)) return page;
      return [];
    })();
    await other.append('a', [happened(7)], 'any');
    expect((await seen).map(({ data }) => data)).toEqual([{ n: 7 }]);
    stop.abort();
    await Promise.all([reader.close(), other.close()]);
  });

  it('takes the events of two processes at once, in one order without gaps', async () => {
    const file = newFile();
    const writers = ['x', 'y'].map((stream) => writer(file, stream, 150));
    await Promise.all(writers.map((child) => once(child, 'exit')));
    expect(writers.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    const store = SqliteEventStore.open(file);
    expect(await positions(store)).toEqual(Array.from({ length: 300 }, (_, n) => BigInt(n + 1)));
    await store.close();
  });

  it('is made once by processes that start at once', async () => {
    const file = newFile();
    const writers = Array.from({ length: 6 }, (_, n) => writer(file, `s${n}`, 5));
    await Promise.all(writers.map((child) => once(child, 'exit')));
    expect(writers.map(({ exitCode }) => exitCode)).toEqual(writers.map(() => 0));
    const store = SqliteEventStore.open(file);
    expect(await positions(store)).toHaveLength(30);
    await store.close();
  });

  it('loses nothing that it acknowledged when its writer is killed', async () => {
    const file = newFile();
    const child = writer(file, 'x', 100_000);
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.split('\n').length > 50) child.kill('SIGKILL');
    });
    await once(child, 'exit');
    const acknowledged = said.split('\n').filter(Boolean).length;
    const store = SqliteEventStore.open(file);
    const found = await positions(store);
    expect(found.length).toBeGreaterThanOrEqual(acknowledged);
    expect(found).toEqual(found.map((_, n) => BigInt(n + 1)));
    await store.close();
  });

  it('of a newer Relais is refused', async () => {
    const file = newFile();
    await SqliteEventStore.open(file).close();
    const other = new DatabaseSync(file);
    other.exec('UPDATE log SET schema = 99');
    other.close();
    expect(() => SqliteEventStore.open(file)).toThrow(NewerLog);
    expect(() => SqliteEventStore.open(file)).toThrow('schema 99, this one knows 2');
  });

  it('that cannot be opened is named, with the reason', () => {
    const file = newFile();
    writeFileSync(file, 'this is no database, but it is long enough to be taken for one'.repeat(20));
    expect(() => SqliteEventStore.open(file)).toThrow(LogUnavailable);
    expect(() => SqliteEventStore.open(join(file, 'log.db'))).toThrow(
      `the log ${join(file, 'log.db')} cannot be opened`,
    );
  });
});
