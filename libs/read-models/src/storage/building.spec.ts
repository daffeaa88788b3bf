import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { HubEvent } from '@relais/catalogue';
import type { Recorded } from '@relais/event-sourcing';
import { MemoryEventStore } from '@relais/event-store';
import type { GatheringId } from '@relais/vocabulary';
import { Projector } from '../projector.js';
import { attached, founded, published, recognised, recordedHistory, temporaryFolder } from '../testing/index.js';
import { killedInTheMiddle } from '../testing/own-process.js';
import { Building } from './building.js';
import { Generation } from './generation.js';
import { Generations } from './generations.js';

const of = (number: number) => ({ gathering: `g${number}` as GatheringId });
const recorded = (events: readonly HubEvent[]): Recorded[] =>
  events.map((event, n) => ({
    ...event,
    ...{ id: `id-${n + 1}`, stream: 'spec', version: n + 1, position: BigInt(n + 1) },
    recordedAt: '2026-11-23T10:00:00.000Z',
  }));

/** More gatherings than stay in memory, each announced after all of them were recognised, the first ones once more. */
const many = recorded([
  ...Array.from({ length: 6_000 }, (_, n) => recognised(of(n))),
  ...Array.from({ length: 6_000 }, (_, n) => attached(of(n))),
  ...Array.from({ length: 10 }, (_, n) => attached(of(n))),
]);

const file = (): string => join(temporaryFolder(), '1.building.db');
const built = (events: readonly Recorded[], pageSize: number, path = file()): Building => {
  const building = Building.begin(path, 1);
  for (let start = 0; start < events.length; start += pageSize) building.apply(events.slice(start, start + pageSize));
  return building;
};
const digestOf = (events: readonly Recorded[]): string => {
  const generation = Generation.open(':memory:', 1);
  generation.apply(events);
  const digest = generation.digest();
  generation.close();
  return digest;
};
const heldIn = (path: string, sql: string): unknown[] => {
  const database = new DatabaseSync(path, { readOnly: true });
  const rows = database.prepare(sql).all();
  database.close();
  return rows;
};

describe('a generation that is built aside', () => {
  it('has the rows of one that is not, whatever the size of its pages', async () => {
    const history: Recorded[] = [];
    for await (const page of (await recordedHistory()).readAll()) history.push(...page);
    for (const pageSize of [1, 7, 1_000]) {
      const building = built(history, pageSize);
      expect(building.digest()).toBe(digestOf(history));
      building.close();
    }
  });

  it('has the rows of one that is not, though they are more than stay in memory', () => {
    const building = built(many, 500);
    expect(building.digest()).toBe(digestOf(many));
    building.close();
  });

  it('goes on after its rows were compared, and after its indexes were made', async () => {
    const building = built(many.slice(0, 7_000), 1_000);
    await building.index();
    building.apply(many.slice(7_000, 8_000));
    expect(building.digest()).toBe(digestOf(many.slice(0, 8_000)));
    building.apply(many.slice(8_000));
    expect(building.digest()).toBe(digestOf(many));
    building.close();
  });

  it.each(['once its rows were there', 'at its end'])('has its indexes %s, the same as any other', async (when) => {
    const schema = "SELECT name, sql FROM sqlite_schema WHERE type IN ('table', 'index') ORDER BY name";
    const [path, other] = [file(), file()];
    const building = built(many.slice(0, 10), 10, path);
    if (when !== 'at its end') await building.index();
    building.finish();
    Generation.open(other, 1).close();
    expect(heldIn(path, schema)).toEqual(heldIn(other, schema));
    expect(heldIn(path, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  });

  it('knows at its end where all of its rows stand, and what changed last', () => {
    const [path, other] = [file(), file()];
    const events = recorded([founded(), recognised(), attached(), published()]);
    built(events, 2, path).finish();
    const generation = Generation.open(other, 1);
    generation.apply(events);
    generation.close();
    for (const table of ['generation', 'projection'])
      expect(heldIn(path, `SELECT * FROM ${table}`)).toEqual(heldIn(other, `SELECT * FROM ${table}`));
    const opened = Generation.open(path, 1);
    expect([opened.position, opened.lastEvent, opened.outdated]).toEqual([4n, 'id-4', undefined]);
    opened.close();
  });

  it('is one file at its end, and can be gone on with', () => {
    const path = file();
    built(many.slice(0, 8_000), 1_000, path).finish();
    expect(readdirSync(join(path, '..'))).toEqual(['1.building.db']);
    const generation = Generation.open(path, 1);
    generation.apply(many.slice(8_000));
    expect(generation.digest()).toBe(digestOf(many));
    generation.close();
  });

  it('stands at the beginning, and can end there', () => {
    const path = file();
    const building = built([], 1, path);
    building.apply([]);
    expect(building.position).toBe(0n);
    building.finish();
    const generation = Generation.open(path, 1);
    expect([generation.position, generation.digest()]).toEqual([0n, digestOf([])]);
    generation.close();
  });

  it('is never shown when its process is killed in the middle, and is built anew', async () => {
    const generations = new Generations(temporaryFolder());
    await killedInTheMiddle('killed-building.ts', generations.folder);
    expect(existsSync(join(generations.folder, '1.building.db'))).toBe(true);
    expect([generations.current(), generations.list()]).toEqual([undefined, []]);
    const store = new MemoryEventStore();
    await store.append('spec', [recognised()], 'any');
    const projector = new Projector(store, generations);
    await projector.open();
    expect([projector.position, generations.current()]).toEqual([1n, 1]);
    projector.close();
    expect(readdirSync(generations.folder).sort()).toEqual(['1.db', 'CURRENT']);
  });
});
