import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beginning, chained, type Link } from '../chain.js';
import { LogUnavailable, openLogFile } from './log-file.js';
import { SqliteEventStore } from './sqlite-event-store.js';

const built = join(import.meta.dirname, '..', '..', 'dist');
const folder = mkdtempSync(join(tmpdir(), 'relais-upgrade-'));
let files = 0;
afterAll(() => rmSync(folder, { recursive: true }));

/** As Relais made it until the log was chained: never to be edited. */
const schema1 = `
CREATE TABLE IF NOT EXISTS log(schema INTEGER NOT NULL, identity TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS event_type(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE IF NOT EXISTS stream(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, version INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS event(
  position INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  stream INTEGER NOT NULL REFERENCES stream(id),
  version INTEGER NOT NULL,
  type INTEGER NOT NULL REFERENCES event_type(id),
  data TEXT NOT NULL,
  at TEXT NOT NULL,
  UNIQUE(stream, version)) STRICT;
CREATE INDEX IF NOT EXISTS event_by_type ON event(type, position);
CREATE TRIGGER IF NOT EXISTS event_is_never_changed BEFORE UPDATE ON event
  BEGIN SELECT RAISE(ABORT, 'the log is never rewritten'); END;
CREATE TRIGGER IF NOT EXISTS event_is_never_removed BEFORE DELETE ON event
  BEGIN SELECT RAISE(ABORT, 'the log is never rewritten'); END;
`;

const dataOf = (n: number): string => JSON.stringify({ n, text: `Œuvre « ${n} »\n𝄞` });
const timeOf = (n: number): string => new Date(Date.UTC(2026, 0, 1) + n * 1_000).toISOString();
const ids: string[] = Array.from({ length: 3_000 }, () => randomUUID());

/** Events by turns in two streams and of two types, as the older Relais wrote them. */
const writtenByTheOlder = (count = 2_500, more = ''): string => {
  const file = join(folder, `${++files}.db`);
  const database = new DatabaseSync(file);
  database.exec(`PRAGMA journal_mode=WAL; ${schema1} BEGIN;
    INSERT INTO log VALUES (1, '0d8f8d0e-5d0a-4a8e-9d2d-6b6a3c0f0001');
    INSERT INTO event_type VALUES (1, 'test.happened'), (2, 'test.said');
    INSERT INTO stream VALUES (1, 'a', ${Math.ceil(count / 2)}), (2, 'b', ${Math.floor(count / 2)});`);
  const insert = database.prepare('INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?)');
  for (let n = 1; n <= count; n++) {
    const id = Buffer.from((ids[n - 1] as string).replaceAll('-', ''), 'hex');
    insert.run(n, id, n % 2 === 1 ? 1 : 2, Math.ceil(n / 2), (n % 3 === 0 ? 1 : 0) + 1, dataOf(n), timeOf(n));
  }
  database.exec(`COMMIT; ${more}`);
  database.close();
  return file;
};

const told = (count: number): Omit<Link, 'hash'>[] =>
  Array.from({ length: count }, (_, index) => index + 1).map((n) => ({
    position: BigInt(n),
    id: ids[n - 1] as string,
    stream: n % 2 === 1 ? 'a' : 'b',
    version: Math.ceil(n / 2),
    type: n % 3 === 0 ? 'test.said' : 'test.happened',
    recordedAt: timeOf(n),
    metadata: '{}',
    data: dataOf(n),
  }));

const linksOf = async (file: string): Promise<Link[]> => {
  const store = SqliteEventStore.open(file, { readOnly: true });
  const links: Link[] = [];
  for await (const page of store.links()) links.push(...page);
  await store.close();
  return links;
};

/** The same events, each chained to the one before it. */
const expectUpgraded = async (file: string, count = 2_500): Promise<void> => {
  let hash = beginning;
  const expected = told(count).map((link) => ({ ...link, hash: (hash = chained(hash, link)) }));
  expect(await linksOf(file)).toEqual(expected);
};

/** What the file holds, read without any of our code. */
const raw = (file: string) => {
  const database = new DatabaseSync(file, { readOnly: true });
  const value = {
    schema: database.prepare('SELECT schema FROM log').get()?.['schema'],
    columns: database.prepare("SELECT name FROM pragma_table_info('event')").all().length,
    triggers: database.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all().length,
    events: database.prepare('SELECT count(*) AS count FROM event').get()?.['count'],
    sound: database.prepare('PRAGMA integrity_check').get()?.['integrity_check'],
  };
  database.close();
  return value;
};
const whole1 = { schema: 1, columns: 7, triggers: 2, events: 2_500, sound: 'ok' };

const node = (...lines: string[]) =>
  spawn(process.execPath, ['--input-type=module', '--eval', lines.join('\n')], { stdio: ['ignore', 'pipe', 'pipe'] });
const imported = (name: string, from: string): string =>
  `import { ${name} } from ${JSON.stringify(join(built, ...from.split('/')))};`;

describe('a log of the schema before the chain', () => {
  it('keeps its events as they were, and is chained from its first, once', async () => {
    const file = writtenByTheOlder();
    for (const _ of ['once', 'again']) await SqliteEventStore.open(file).close();
    await expectUpgraded(file);
    expect(raw(file)).toEqual({ schema: 2, columns: 9, triggers: 2, events: 2_500, sound: 'ok' });
  });

  it('goes on where it stood, and is never rewritten, afterwards either', async () => {
    const file = writtenByTheOlder(3);
    const store = SqliteEventStore.open(file);
    await store.append('a', [{ type: 'test.happened', data: {} }], 2);
    await store.end('b');
    await store.close();
    const links = await linksOf(file);
    expect(links.map(({ stream, version }) => `${stream} ${version}`)).toEqual(['a 1', 'b 1', 'a 2', 'a 3', 'b 2']);
    expect(links[3]?.hash).toBe(chained(links[2]?.hash ?? '', links[3] as Link));
    const other = new DatabaseSync(file);
    expect(() => other.exec("UPDATE event SET data = '{}'")).toThrow('never rewritten');
    expect(() => other.exec('DELETE FROM event')).toThrow('never rewritten');
    other.close();
  });

  it('without events is brought up to date as well', async () => {
    const file = writtenByTheOlder(0);
    await SqliteEventStore.open(file).close();
    expect(raw(file)).toMatchObject({ schema: 2, events: 0 });
  });

  it('is brought up to date once, by processes that open it at the same moment', async () => {
    const file = writtenByTheOlder();
    const openers = Array.from({ length: 5 }, () =>
      node(
        imported('SqliteEventStore', 'index.js'),
        `await SqliteEventStore.open(${JSON.stringify(file)}).close(); console.log('opened');`,
      ),
    );
    const said = openers.map(async (child) => {
      const words: string[] = [];
      for (const output of [child.stdout, child.stderr])
        output.on('data', (chunk: Buffer) => words.push(chunk.toString()));
      await once(child, 'close');
      return words.join('').trim();
    });
    expect(await Promise.all(said)).toEqual(openers.map(() => 'opened'));
    await expectUpgraded(file);
  });

  it('is whole as it was when the process is killed before it is done, and is brought up to date by the next', async () => {
    const file = writtenByTheOlder();
    const killed = node(
      "import { DatabaseSync } from 'node:sqlite';",
      imported('upgraded', 'sqlite/upgrade.js'),
      `const database = new DatabaseSync(${JSON.stringify(file)});`,
      // A cache so small that what is not committed is in the file's log already.
      "database.exec('PRAGMA cache_size=10; BEGIN IMMEDIATE'); upgraded(database);",
      "process.kill(process.pid, 'SIGKILL');",
    );
    await once(killed, 'exit');
    expect(killed.signalCode).toBe('SIGKILL');
    expect(readFileSync(`${file}-wal`).length).toBeGreaterThan(100_000);
    expect(raw(file)).toEqual(whole1);
    await SqliteEventStore.open(file).close();
    await expectUpgraded(file);
  });

  it('is whole as it was where the upgrade fails, and keeps nobody else out', () => {
    const file = writtenByTheOlder(
      2_500,
      "CREATE TRIGGER in_the_way BEFORE UPDATE ON event WHEN new.position = 2000 BEGIN SELECT RAISE(ABORT, 'no room'); END;",
    );
    expect(() => openLogFile(file)).toThrow(/the log .+ cannot be opened for writing: .*no room$/);
    expect(raw(file)).toEqual({ ...whole1, triggers: 3 });
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE; ROLLBACK');
    other.close();
  });

  it('that is only read says what to do, and stays as it is', () => {
    const file = writtenByTheOlder();
    const open = (): unknown => SqliteEventStore.open(file, { readOnly: true });
    expect(open).toThrow(LogUnavailable);
    expect(open).toThrow(
      `the log ${file} cannot be opened: it was written by an older Relais (schema 1): start the hub once, which brings it up to date`,
    );
    expect(raw(file)).toEqual(whole1);
  });
});
