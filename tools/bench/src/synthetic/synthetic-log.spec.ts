import { join } from 'node:path';
import { assemblies, Generations, gatherings, Projector, SqliteReadModels, subscribers } from '@relais/read-models';
import { SqliteEventStore } from '@relais/event-store';
import { inTemporaryFolder } from '../temporary-folder.ts';
import type { Chapter } from './chapter.ts';
import { syntheticHistory, writeSyntheticLog } from './synthetic-log.ts';

const firstEvents = (count: number, seed?: number): Chapter['events'] => {
  const events: Chapter['events'][number][] = [];
  for (const { chapters } of syntheticHistory(seed)) {
    events.push(...chapters.flatMap((chapter) => chapter.events));
    if (events.length >= count) break;
  }
  return events.slice(0, count);
};

describe('the synthetic history', () => {
  it('is the same each time for the same seed, and another for another', () => {
    expect(firstEvents(3_000)).toEqual(firstEvents(3_000));
    expect(firstEvents(3_000, 7)).not.toEqual(firstEvents(3_000));
  });

  it('is a mix of all that a hub records, none of it the most by far', () => {
    const events = firstEvents(20_000);
    const share = (module: string): number =>
      events.filter(({ type }) => type.startsWith(module)).length / events.length;
    for (const module of ['source.', 'gathering.', 'letter.']) {
      expect(share(module)).toBeGreaterThan(0.15);
      expect(share(module)).toBeLessThan(0.5);
    }
    for (const module of ['subscription.', 'digest.']) expect(share(module)).toBeGreaterThan(0.01);
  });

  it('has items of about 600 bytes', () => {
    const items = firstEvents(5_000).filter(({ type }) => type === 'source.item-published');
    const mean = items.reduce((sum, { data }) => sum + Buffer.byteLength(JSON.stringify(data)), 0) / items.length;
    expect(mean).toBeGreaterThan(500);
    expect(mean).toBeLessThan(700);
  });

  it('is written as a log of exactly so many events, that projects into rows', () =>
    inTemporaryFolder(async (folder) => {
      await writeSyntheticLog(join(folder, 'log.db'), 2_501);
      const store = SqliteEventStore.open(join(folder, 'log.db'), { readOnly: true });
      expect(await store.head()).toBe(2_501n);
      const generations = new Generations(join(folder, 'read-models'));
      const projector = new Projector(store, generations);
      await projector.open();
      const models = new SqliteReadModels(generations);
      expect(models.count(assemblies)).toBe(40);
      expect(models.count(gatherings)).toBeGreaterThan(100);
      expect(models.count(subscribers, { where: { status: 'confirmed' } })).toBeGreaterThan(100);
      models.close();
      projector.close();
      await store.close();
    }));
});
