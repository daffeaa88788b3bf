import { spawnSync } from 'node:child_process';
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as later } from 'node:timers/promises';
import { DatabaseSync } from 'node:sqlite';
import { MemoryEventStore } from '@relais/event-store';
import { agenda } from '../agenda/agenda.js';
import { assemblies } from '../assemblies/assemblies.js';
import { letters } from '../letters/letters.js';
import { news } from '../news/news.js';
import type { Projection } from '../projection.js';
import { Projector } from '../projector.js';
import type { Query } from '../read-models.js';
import {
  detached,
  lille,
  meeting,
  projected,
  recognised,
  attached,
  founded,
  temporaryFolder,
} from '../testing/index.js';
import { Generation } from './generation.js';
import { Generations } from './generations.js';
import { SqliteReadModels } from './sqlite-read-models.js';

type Row = Readonly<{ city: string; starts: string | null; seats: number | null }>;

/** Rows of the queries below: two cities, equal values, and one without each value. */
const rows: Record<string, Row> = {
  a: { city: 'lille', starts: '2026-01-02', seats: 10 },
  b: { city: 'lille', starts: '2026-01-01', seats: 9 },
  c: { city: 'brest', starts: '2026-01-02', seats: null },
  d: { city: 'lille', starts: null, seats: 100 },
  e: { city: 'lille', starts: '2026-01-02', seats: 1 },
  f: { city: 'brest', starts: null, seats: null },
};
const table: Projection<Row, 'city' | 'starts' | 'seats'> = {
  name: 'table',
  version: 1,
  columns: { city: (row) => row.city, starts: (row) => row.starts, seats: (row) => row.seats },
  on: { 'assembly.founded': (all) => Object.entries(rows).forEach(([key, row]) => all.put(key, row)) },
};
type Asked = Query<'city' | 'starts' | 'seats'>;

const event = {
  ...founded(),
  id: 'id-1',
  stream: 'spec',
  version: 1,
  position: 1n,
  recordedAt: '2026-11-23T10:00:00Z',
};
const models = (): SqliteReadModels => {
  const generations = new Generations(temporaryFolder());
  const generation = Generation.open(generations.fileOf(1), 1, [table]);
  generation.apply([event]);
  generation.close();
  generations.activate(1);
  return new SqliteReadModels(generations, undefined, [table]);
};

describe('a query of read models', () => {
  it.each<[string, Asked, string]>([
    ['everything, by key', {}, 'abcdef'],
    ['what is equal', { where: { city: 'lille', starts: '2026-01-02' } }, 'ae'],
    ['what has no value', { where: { starts: null } }, 'df'],
    ['numbers as numbers', { from: { seats: 9 }, order: ['seats', 'ascending'] }, 'bad'],
    ['from a value on, and that value', { from: { starts: '2026-01-02' } }, 'ace'],
    ['before a value, and not that value', { before: { starts: '2026-01-02' } }, 'b'],
    ['in between', { from: { seats: 1 }, before: { seats: 10 } }, 'be'],
    ['in order, equals by key, what has no value last', { order: ['starts', 'ascending'] }, 'bacedf'],
    ['backwards, equals by key, what has no value last all the same', { order: ['starts', 'descending'] }, 'acebdf'],
    ['as many as asked for', { order: ['starts', 'ascending'], limit: 2 }, 'ba'],
    ['none when asked for none', { limit: 0 }, ''],
    ['after a key', { after: { value: null, key: 'c' } }, 'def'],
    ['what a condition left open', { where: {}, from: {}, before: {} }, 'abcdef'],
  ])('finds %s', (_what, query, keys) => {
    const found = models();
    expect(found.find(table, query).map(({ key }) => key)).toEqual([...keys]);
    expect(found.count(table, query)).toBe(keys.length);
  });

  it('gives rows as they were put, with their keys', () => {
    expect(models().find(table, { where: { starts: '2026-01-01' } })).toEqual([{ key: 'b', row: rows['b'] }]);
    expect([models().get(table, 'f'), models().get(table, 'x')]).toEqual([rows['f'], undefined]);
  });

  it.each(['ascending', 'descending'] as const)('pages by a cursor through equals and nulls, %s', (direction) => {
    const found = models();
    for (const column of ['starts', 'seats', 'city'] as const)
      for (const limit of [1, 2, 3, 5]) {
        const query: Asked = { order: [column, direction], limit };
        const whole = found.find(table, { order: [column, direction] }).map(({ key }) => key);
        const paged: string[] = [];
        for (let page = found.find(table, query); page.length > 0;) {
          paged.push(...page.map(({ key }) => key));
          const last = page.at(-1);
          const after = { value: table.columns[column](last?.row as Row), key: last?.key ?? '' };
          page = found.find(table, { ...query, after });
        }
        expect(paged).toEqual(whole);
      }
  });

  it('does not take a value for SQL', () => {
    expect(models().find(table, { where: { city: "lille' OR '1'='1" } })).toEqual([]);
  });
});

describe('read models', () => {
  it('are empty before there is any generation', () => {
    const none = new SqliteReadModels(new Generations(join(temporaryFolder(), 'not-there')));
    expect([none.position(), none.generation(), none.get(agenda, 'x')]).toEqual([0n, 0, undefined]);
    expect([none.find(agenda), none.count(agenda)]).toEqual([[], 0]);
    expect(none.changed(agenda)).toEqual({ position: 0n, at: '1970-01-01T00:00:00.000Z' });
  });

  it('say at which position they stand, and what changed last', async () => {
    const found = await projected(founded(), recognised(), attached());
    expect([found.position(), found.generation()]).toEqual([3n, 1]);
    const at = '2026-11-23T10:00:00.000Z';
    expect(found.changed(assemblies)).toEqual({ position: 1n, at });
    expect(found.changed(assemblies, agenda, news)).toEqual({ position: 3n, at });
    expect(found.changed(letters)).toEqual({ position: 0n, at: '1970-01-01T00:00:00.000Z' });
  });

  it('neither find, count nor get what is hidden, and know that it changed', async () => {
    const found = await projected(recognised(), attached(), detached());
    expect([found.find(agenda), found.count(agenda), found.get(agenda, meeting)]).toEqual([[], 0, undefined]);
    expect(found.changed(agenda).position).toBe(3n);
  });

  it('see the rows of an open writer at once', () => {
    const generations = new Generations(temporaryFolder());
    const writer = generations.complete(generations.create());
    generations.activate(1);
    const found = new SqliteReadModels(generations);
    expect(found.count(assemblies)).toBe(0);
    writer.apply([event]);
    expect([found.count(assemblies), found.position()]).toEqual([1, 1n]);
    writer.close();
  });

  it('see a swap that another process made, once the pointer they read is no longer believed', async () => {
    const generations = new Generations(temporaryFolder());
    for (const _ of [1, 2]) generations.complete(generations.create()).close();
    generations.activate(1);
    let now = 0;
    const found = new SqliteReadModels(generations, () => now);
    expect(found.generation()).toBe(1);
    const swap = `const fs = require('node:fs'); const folder = process.argv[1];
      fs.writeFileSync(folder + '/CURRENT.draft', '2\\n'); fs.renameSync(folder + '/CURRENT.draft', folder + '/CURRENT');`;
    expect(spawnSync(process.execPath, ['-e', swap, generations.folder]).status).toBe(0);
    now = 19;
    await later();
    expect(found.generation()).toBe(1);
    now = 20;
    await later();
    expect(found.generation()).toBe(2);
  });

  it('are of one generation until other work has its turn, however long they are read', async () => {
    const generations = new Generations(temporaryFolder());
    let now = 0;
    const found = new SqliteReadModels(generations, () => (now += 1_000));
    expect(found.generation()).toBe(0);
    for (const _ of [1, 2]) generations.complete(generations.create()).close();
    for (const number of [1, 2]) {
      generations.activate(number);
      expect(found.generation()).toBe(number - 1);
      await Promise.resolve();
      expect([found.count(assemblies), found.generation()]).toEqual([0, number - 1]);
      await later();
      expect(found.generation()).toBe(number);
    }
    found.close();
  });

  it('go on with what they show while the pointer is replaced, and after the old file was pruned', async () => {
    const generations = new Generations(temporaryFolder());
    for (const _ of [1, 2]) generations.complete(generations.create()).close();
    generations.activate(1);
    let now = 0;
    const found = new SqliteReadModels(generations, () => now);
    expect(found.generation()).toBe(1);
    writeFileSync(join(generations.folder, 'next'), '2\n');
    renameSync(join(generations.folder, 'next'), join(generations.folder, 'CURRENT'));
    await generations.prune(0);
    expect(found.find(agenda)).toEqual([]);
    expect(found.generation()).toBe(1);
    now = 20;
    await later();
    expect([found.find(agenda), found.generation()]).toEqual([[], 2]);
  });

  it('ask the file that is shown now what they asked another before', async () => {
    const generations = new Generations(temporaryFolder());
    const [empty, full] = [1, 2].map(() => generations.complete(generations.create()));
    full?.apply([event]);
    empty?.close();
    full?.close();
    generations.activate(1);
    let now = 0;
    const found = new SqliteReadModels(generations, () => now);
    expect([found.find(assemblies), found.get(assemblies, lille), found.position()]).toEqual([[], undefined, 0n]);
    generations.activate(2);
    now = 20;
    await later();
    expect([found.find(assemblies).length, found.get(assemblies, lille)?.assembly]).toEqual([1, lille]);
    expect([found.count(assemblies), found.position()]).toEqual([1, 1n]);
    found.close();
  });
});

describe('read models of a file that this version cannot read', () => {
  /** The generation of a log with one gathering, then edited. */
  const edited = async (edit: (file: string) => void) => {
    const store = new MemoryEventStore();
    await store.append('spec', [recognised()], 'any');
    const generations = new Generations(temporaryFolder());
    const first = new Projector(store, generations);
    await first.open();
    first.close();
    edit(generations.fileOf(1));
    let now = 0;
    const found = new SqliteReadModels(generations, () => (now += 20));
    return { generations, found, again: new Projector(store, generations) };
  };
  const bySql = (sql: string) => (file: string) => {
    const database = new DatabaseSync(file);
    database.exec(sql);
    database.close();
  };

  it.each([
    [
      'built by an older one, without a column',
      bySql(
        "UPDATE projection SET version = 0 WHERE name = 'agenda'; ALTER TABLE rows_agenda RENAME c_known TO c_other",
      ),
    ],
    ['built by a newer one', bySql("UPDATE projection SET version = 99 WHERE name = 'agenda'")],
    ['without a projection', bySql("DELETE FROM projection WHERE name = 'agenda'; DROP TABLE rows_agenda")],
    ['of another format', bySql('UPDATE generation SET format = 99')],
    ['damaged', (file: string) => writeFileSync(file, 'no database, and long enough to be told from an empty one')],
  ])('%s, are as before the first, until the projector has built another', async (_what, edit) => {
    const { generations, found, again } = await edited(edit);
    const ordered: Query<'known'> = { order: ['known', 'ascending'] };
    for (const _ of [1, 2]) {
      await later();
      expect([found.generation(), found.position(), found.get(agenda, meeting)]).toEqual([0, 0n, undefined]);
      expect([found.find(agenda, ordered), found.count(agenda, ordered), found.find(news)]).toEqual([[], 0, []]);
      expect(found.changed(agenda).position).toBe(0n);
    }
    await again.open();
    again.close();
    await later();
    expect([generations.current(), found.generation(), found.position()]).toEqual([2, 2, 1n]);
    expect(found.find(agenda, ordered).map(({ key }) => key)).toEqual([meeting]);
    found.close();
  });
});
