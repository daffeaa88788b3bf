import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { LogUnavailable } from './log-file.js';
import { SqliteEventStore } from './sqlite-event-store.js';
import { verifyLog } from './verify-log.js';

const folder = mkdtempSync(join(tmpdir(), 'relais-verified-'));
let files = 0;
afterAll(() => rmSync(folder, { recursive: true }));

const isKnown = (type: string): boolean => type === 'test.happened' || type === 'test.ended';
const happened = (n: number) => ({ type: 'test.happened', data: { n, text: 'x'.repeat(200) } });

/** Two streams by turns: events 1 to 6, of which the odd ones are versions 1 to 3 of `a`, the others of `b`. */
const written = async (count = 6): Promise<string> => {
  const file = join(folder, `${++files}.db`);
  const store = SqliteEventStore.open(file);
  for (let n = 1; n <= count; n++) await store.append(n % 2 === 1 ? 'a' : 'b', [happened(n)], 'any');
  await store.close();
  return file;
};

/** A log whose triggers somebody took away for as long as this takes. */
const tampered = async (sql: string): Promise<string> => {
  const file = await written();
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: false });
  const triggers = database.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all();
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${String(name)}`);
  database.exec(sql);
  for (const trigger of triggers) database.exec(String(trigger['sql']));
  database.close();
  return file;
};

/** What is wrong beside the chain, which has a spec of its own. */
const problemsOf = (file: string): string[] => {
  const { problems, faults } = verifyLog(file, isKnown);
  return problems.slice(0, problems.length - faults.length).map(({ where, what }) => `${where}: ${what}`);
};
const whole = { checkpoints: 0, faults: [], problems: [] };

describe('a log that is verified', () => {
  it('is whole as it was written', async () => {
    expect(verifyLog(await written(), isKnown)).toEqual({ events: 6, streams: 2, ...whole });
    expect(verifyLog(await written(0), isKnown)).toEqual({ events: 0, streams: 0, ...whole });
  });

  it.each([
    [
      'a removed event',
      'DELETE FROM event WHERE position = 3',
      [
        'position 4: follows position 2: what was between is missing',
        'stream a: version 3 follows version 1',
        'stream a: should stand at version 3 and holds 2 events',
      ],
    ],
    [
      'a removed beginning',
      'DELETE FROM event WHERE position = 1',
      [
        'position 2: follows position 0: what was between is missing',
        'stream a: version 2 follows version 0',
        'stream a: should stand at version 3 and holds 2 events',
      ],
    ],
    [
      'a removed end',
      'DELETE FROM event WHERE position = 6',
      ['stream b: should stand at version 3 and holds 2 events'],
    ],
    [
      'all events of a stream removed',
      'DELETE FROM event WHERE position IN (2, 4, 6)',
      [
        'position 3: follows position 1: what was between is missing',
        'position 5: follows position 3: what was between is missing',
        'stream b: should stand at version 3 and holds 0 events',
      ],
    ],
    [
      'an inserted event',
      `INSERT INTO event(position, id, stream, version, type, data, at) SELECT 7, randomblob(16), stream, 4, type, data, at FROM event WHERE position = 5`,
      ['stream a: should stand at version 3 and holds 4 events'],
    ],
    [
      'two events of a stream swapped',
      `UPDATE event SET position = -1 WHERE position = 3; UPDATE event SET position = 3 WHERE position = 5;
       UPDATE event SET position = 5 WHERE position = -1`,
      ['stream a: version 3 follows version 1', 'stream a: version 2 follows version 3'],
    ],
    [
      'an event moved to another stream',
      `UPDATE event SET stream = (SELECT id FROM stream WHERE name = 'b'), version = 4 WHERE position = 5`,
      [
        'stream b: version 4 follows version 2',
        'stream b: version 3 follows version 4',
        'stream a: should stand at version 3 and holds 2 events',
        'stream b: should stand at version 3 and holds 4 events',
      ],
    ],
    [
      'a gap in positions',
      'UPDATE event SET position = 9 WHERE position = 6',
      ['position 9: follows position 5: what was between is missing'],
    ],
    [
      'a stream that says another version than it has',
      "UPDATE stream SET version = 2 WHERE name = 'a'",
      ['stream a: should stand at version 2 and holds 3 events'],
    ],
    [
      'data that is no JSON',
      'UPDATE event SET data = \'{"n":\' WHERE position = 4',
      ['position 4: its data is not JSON'],
    ],
    [
      'metadata that is no JSON',
      'UPDATE event SET metadata = \'{"causation":\' WHERE position = 4',
      ['position 4: its metadata is not JSON'],
    ],
    [
      'a type that is not known',
      "UPDATE event_type SET name = 'test.teleported'",
      ['type test.teleported: is not known to this version of Relais'],
    ],
    [
      'an event of a stream that is not there',
      "DELETE FROM stream WHERE name = 'b'",
      ['event 2', 'event 4', 'event 6'].map((where) => `${where}: refers to a stream or a type that is not there`),
    ],
  ])('shows %s, and where', async (_what, sql, problems) => {
    expect(problemsOf(await tampered(sql))).toEqual(problems);
  });

  it('names a hundred problems of each kind, not all there are', async () => {
    const file = await tampered(`
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)
      INSERT INTO event(position, id, stream, version, type, data, at) SELECT 6 + i * 2, randomblob(16), 1, 3 + i, 1, '{', '' FROM n;
      UPDATE stream SET version = 503 WHERE id = 1`);
    const problems = problemsOf(file);
    expect(problems.length).toBeLessThan(110);
    expect(problems).toContain('position 8: follows position 6: what was between is missing');
    expect(problems.at(-1)).toBe('position 8: its data is not JSON');
  });

  it('shows a damaged page, whichever it is', async () => {
    const bytesOfFile = readFileSync(await written(200));
    const pageSize = bytesOfFile.readUInt16BE(16);
    const notSeen: number[] = [];
    // Not the first page: without it there is no database to be opened.
    for (let page = 1; page < bytesOfFile.length / pageSize; page++) {
      const file = join(folder, `${++files}.db`);
      const bytes = Buffer.from(bytesOfFile);
      for (let at = page * pageSize; at < page * pageSize + 64; at++) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
      writeFileSync(file, bytes);
      try {
        const { problems } = verifyLog(file, isKnown);
        if (!problems.some(({ where }) => where === 'the file')) notSeen.push(page);
      } catch (error) {
        expect(error).toBeInstanceOf(LogUnavailable);
      }
    }
    expect(notSeen).toEqual([]);
  });

  it('is not made where there is none', () => {
    const file = join(folder, 'not-there.db');
    expect(() => verifyLog(file, isKnown)).toThrow(LogUnavailable);
  });

  it('is whole beside a writer in the middle of its transaction, and lets it go on', async () => {
    const file = await written();
    const writer = new DatabaseSync(file);
    writer.exec(
      `BEGIN IMMEDIATE; INSERT INTO event(position, id, stream, version, type, data, at) SELECT 7, randomblob(16), 1, 4, 1, '{}', '' FROM log`,
    );
    expect(verifyLog(file, isKnown)).toEqual({ events: 6, streams: 2, ...whole });
    writer.exec('UPDATE stream SET version = 4 WHERE id = 1; COMMIT');
    expect([verifyLog(file, isKnown).events, problemsOf(file)]).toEqual([7, []]);
    writer.close();
  });

  it('is whole beside another process that writes all the while', async () => {
    const file = await written();
    const store = join(import.meta.dirname, '..', '..', 'dist', 'index.js');
    const child = spawn(process.execPath, [
      '--input-type=module',
      '--eval',
      `import { SqliteEventStore } from ${JSON.stringify(store)};
       const store = SqliteEventStore.open(${JSON.stringify(file)});
       for (let n = 0; n < 300; n++) {
         await store.append('s' + (n % 20), [{ type: 'test.happened', data: {} }, { type: 'test.ended', data: {} }], 'any');
         if (n === 0) console.log('writing');
       }`,
    ]);
    let exited = false;
    const end = once(child, 'exit').finally(() => (exited = true));
    await Promise.race([once(child.stdout, 'data'), end]);
    let events = 0;
    while (!exited) {
      const found = verifyLog(file, isKnown);
      expect([found.problems, found.events >= events]).toEqual([[], true]);
      events = found.events;
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(child.exitCode).toBe(0);
    expect(verifyLog(file, isKnown)).toEqual({ events: 606, streams: 22, ...whole });
  });
});
