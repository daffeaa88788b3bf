import { writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { HubEvent } from '@relais/catalogue';
import { MemoryEventStore } from '@relais/event-store';
import { agenda } from './agenda/agenda.js';
import { CannotShow, Projector } from './projector.js';
import { Generations } from './storage/generations.js';
import { SqliteReadModels } from './storage/sqlite-read-models.js';
import { recognised, temporaryFolder } from './testing/index.js';

const gathering = (id: string): HubEvent => recognised({ gathering: id as never });

/** A projector over a log of two gatherings, two generations built, the second shown. */
const twoGenerations = async () => {
  const store = new MemoryEventStore();
  await store.append('spec', [gathering('a'), gathering('b')], 'any');
  const generations = new Generations(temporaryFolder());
  const projector = new Projector(store, generations);
  await projector.open();
  await projector.replay();
  const models = new SqliteReadModels(generations, () => Infinity);
  const shown = (): string[] => models.find(agenda).map(({ key }) => key);
  return { store, generations, projector, models, shown };
};

describe('going back to an older generation', () => {
  it('shows it once it has caught up with what it had missed, and keeps it in step from then on', async () => {
    const { store, generations, projector, shown } = await twoGenerations();
    const stop = new AbortController();
    const following = projector.follow(stop.signal);
    await store.append('spec', [gathering('c')], 'any');
    await projector.reached(3n);
    expect(await projector.activate(1)).toEqual({ generation: 1, before: 2, position: '3', events: 1 });
    expect([generations.current(), shown()]).toEqual([1, ['a', 'b', 'c']]);
    await store.append('spec', [gathering('d')], 'any');
    await projector.reached(4n);
    expect(shown()).toEqual(['a', 'b', 'c', 'd']);
    stop.abort();
    await following;
    projector.close();
  });

  it('can be undone: the newer one has then missed as much as was recorded meanwhile', async () => {
    const { store, projector, shown } = await twoGenerations();
    await projector.activate(1);
    await store.append('spec', [gathering('c')], 'any');
    expect(await projector.activate(2)).toEqual({ generation: 2, before: 1, position: '3', events: 1 });
    expect(shown()).toEqual(['a', 'b', 'c']);
    projector.close();
  });

  it('lasts when the projector is started again', async () => {
    const { store, generations, projector } = await twoGenerations();
    await projector.activate(1);
    projector.close();
    const again = new Projector(store, generations);
    await again.open();
    expect([generations.current(), generations.list()]).toEqual([1, [1, 2]]);
    again.close();
  });

  it('changes nothing where it is shown already', async () => {
    const { projector } = await twoGenerations();
    expect(await projector.activate(2)).toEqual({ generation: 2, before: 2, position: '2', events: 0 });
    projector.close();
  });

  it.each([
    [
      'of other code',
      (file: string) => change(file, "UPDATE projection SET version = 99 WHERE name = 'agenda'"),
      'it was made by other code: agenda is at version 99, not',
    ],
    [
      'of another format',
      (file: string) => change(file, 'UPDATE generation SET format = 99'),
      'it was made by other code: its format is 99, not',
    ],
    [
      'of another log',
      (file: string) => change(file, "UPDATE generation SET event = 'other'"),
      'it was made of another log: the event at its position 2',
    ],
    [
      'ahead of the log',
      (file: string) => change(file, "UPDATE generation SET position = '7'"),
      'it was made of another log: the event at its position 7',
    ],
    ['damaged', (file: string) => writeFileSync(file, 'damaged'), 'its file is damaged'],
  ])('is refused with one line where that is %s, and changes nothing', async (_what, harm, why) => {
    const { generations, projector, shown } = await twoGenerations();
    harm(generations.fileOf(1));
    const back = projector.activate(1);
    await expect(back).rejects.toThrow(CannotShow);
    await expect(back).rejects.toThrow(new RegExp(`^generation 1 cannot be shown: ${why}.*; nothing was changed$`));
    expect([generations.current(), generations.list(), shown()]).toEqual([2, [1, 2], ['a', 'b']]);
    projector.close();
  });

  it('is refused where there is no such generation, and makes none', async () => {
    const { generations, projector } = await twoGenerations();
    await expect(projector.activate(7)).rejects.toThrow(
      'generation 7 cannot be shown: there is none; nothing was changed',
    );
    expect(generations.list()).toEqual([1, 2]);
    projector.close();
  });
});

describe('pruning', () => {
  it('removes the oldest, and never the one that is shown', async () => {
    const { generations, projector, shown } = await twoGenerations();
    await projector.activate(1);
    expect(await projector.prune(0)).toEqual([2]);
    expect([generations.list(), shown()]).toEqual([[1], ['a', 'b']]);
    expect(await projector.prune(0)).toEqual([]);
    projector.close();
  });
});

const change = (file: string, sql: string): void => {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
};
