import { copyFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { UnknownEventType } from '@relais/catalogue';
import type { Recorded } from '@relais/event-sourcing';
import type { GatheringId } from '@relais/vocabulary';
import { agenda } from '../agenda/agenda.js';
import type { Projection } from '../projection.js';
import { projections } from '../projections.js';
import { recognised, temporaryFolder } from '../testing/index.js';
import { killedInTheMiddle } from '../testing/own-process.js';
import { Generation } from './generation.js';

const recorded = (position: number, event = recognised({ gathering: `g${position}` as GatheringId })): Recorded => ({
  ...event,
  id: `id-${position}`,
  stream: 'spec',
  version: position,
  position: BigInt(position),
  recordedAt: '2026-11-23T10:00:00.000Z',
});
const file = (): string => join(temporaryFolder(), '1.db');
const rowsIn = (path: string): number => {
  const database = new DatabaseSync(path, { readOnly: true });
  const { count } = database.prepare('SELECT count(*) AS count FROM rows_agenda').get() as { count: number };
  database.close();
  return count;
};

describe('a generation', () => {
  it('begins at the beginning, and goes on where it stood', () => {
    const path = file();
    const first = Generation.open(path, 1);
    expect([first.position, first.lastEvent, first.outdated]).toEqual([0n, undefined, undefined]);
    first.apply([recorded(1), recorded(2)]);
    first.apply([]);
    const digest = first.digest();
    first.close();
    first.close();
    const again = Generation.open(path, 1);
    expect([again.position, again.lastEvent, again.digest()]).toEqual([2n, 'id-2', digest]);
    again.close();
  });

  it('is one file once it is closed, that can be copied', () => {
    const path = file();
    const generation = Generation.open(path, 1);
    generation.apply([recorded(1)]);
    generation.close();
    copyFileSync(path, `${path}.copy`);
    expect(rowsIn(`${path}.copy`)).toBe(1);
  });

  it('keeps what is not yet in its file within 50 MB, whoever reads it meanwhile', () => {
    const path = file();
    const generation = Generation.open(path, 1);
    const reader = new DatabaseSync(path, { readOnly: true });
    const read = reader.prepare('SELECT count(*) AS count FROM rows_agenda');
    const title = 'x'.repeat(100_000);
    let largest = 0;
    for (let n = 0; n < 30; n++) {
      const gatherings = Array.from({ length: 10 }, (_, i) => ({ gathering: `g${n}-${i}` as GatheringId, title }));
      generation.apply(gatherings.map((one, i) => recorded(n * 10 + i + 1, recognised(one))));
      expect(read.get()).toEqual({ count: n * 10 + 10 });
      largest = Math.max(largest, statSync(`${path}-wal`).size);
    }
    expect(largest).toBeGreaterThan(0);
    expect(largest).toBeLessThan(50_000_000);
    reader.close();
    generation.close();
  });

  it('takes all of a page or nothing of it, and can go on', () => {
    const generation = Generation.open(':memory:', 1);
    generation.apply([recorded(1)]);
    const digest = generation.digest();
    const unknown = { ...recorded(3), type: 'gathering.teleported' };
    expect(() => generation.apply([recorded(2), unknown])).toThrow(UnknownEventType);
    expect([generation.position, generation.lastEvent, generation.digest()]).toEqual([1n, 'id-1', digest]);
    generation.apply([recorded(2)]);
    expect(generation.position).toBe(2n);
    generation.close();
  });

  it('takes no rows whose position it cannot write', () => {
    const path = file();
    const generation = Generation.open(path, 1);
    generation.apply([recorded(1)]);
    const database = new DatabaseSync(path);
    database.exec(`CREATE TRIGGER full AFTER UPDATE ON generation BEGIN SELECT RAISE(ABORT, 'the disk is full'); END`);
    database.close();
    expect(() => generation.apply([recorded(2)])).toThrow('the disk is full');
    expect([generation.position, rowsIn(path)]).toEqual([1n, 1]);
    generation.close();
  });

  it('has its rows and its position of one moment when its process is killed in the middle of a page', async () => {
    const path = file();
    const made = Generation.open(path, 1);
    made.close();
    await killedInTheMiddle('killed.ts', path);
    expect(rowsIn(path)).toBe(4);
    const reopened = Generation.open(path, 1);
    expect(reopened.position).toBe(4n);
    reopened.apply([recorded(5)]);
    expect(reopened.position).toBe(5n);
    reopened.close();
    expect(rowsIn(path)).toBe(5);
  });

  it.each([
    ['raised its version', [{ ...agenda, version: agenda.version + 1 }], /^agenda is at version \d+, not \d+$/],
    ['gained a column', [{ ...agenda, version: 99, columns: { ...agenda.columns, new: () => 1 } }], /not 99$/],
    ['is new', [agenda, { name: 'new', version: 1, columns: {}, on: {} }], /^new is at version none, not 1$/],
  ] as [string, Projection<never>[], RegExp][])('is outdated when a projection %s', (_how, newer, reason) => {
    const path = file();
    Generation.open(path, 1, [agenda]).close();
    const found = Generation.open(path, 1, newer);
    expect(found.outdated).toMatch(reason);
    found.close();
  });

  it('is outdated when its file has another shape', () => {
    const path = file();
    Generation.open(path, 1).close();
    const database = new DatabaseSync(path);
    database.exec('UPDATE generation SET format = 99');
    database.close();
    const found = Generation.open(path, 1);
    expect(found.outdated).toBe('its format is 99, not 1');
    found.close();
  });

  it('gives the same digest for the same rows, however they came about', () => {
    const [one, other] = [Generation.open(':memory:', 1, projections), Generation.open(':memory:', 2, projections)];
    one.apply([recorded(1), recorded(2)]);
    other.apply([recorded(1)]);
    expect(other.digest()).not.toBe(one.digest());
    other.apply([recorded(2)]);
    expect(other.digest()).toBe(one.digest());
    one.close();
    other.close();
  });
});
