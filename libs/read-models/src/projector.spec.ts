import { writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { MemoryEventStore, type EventStore } from '@relais/event-store';
import type { GatheringId } from '@relais/vocabulary';
import { agenda } from './agenda/agenda.js';
import { Projector } from './projector.js';
import { Generations } from './storage/generations.js';
import { SqliteReadModels } from './storage/sqlite-read-models.js';
import { attached, basis, meeting, recognised, temporaryFolder } from './testing/index.js';

const happened = (number: number) => recognised({ gathering: `g${number}` as GatheringId });
const logOf = async (count: number): Promise<EventStore> => {
  const store = new MemoryEventStore();
  for (let number = 1; number <= count; number++) await store.append(`g${number}`, [happened(number)], 'no stream');
  return store;
};
const rowsOf = (generations: Generations): number => {
  const models = new SqliteReadModels(generations);
  const count = models.count(agenda);
  models.close();
  return count;
};
const folder = (): Generations => new Generations(temporaryFolder());
const openedOn = async (store: EventStore, generations: Generations): Promise<Projector> => {
  const projector = new Projector(store, generations);
  await projector.open();
  return projector;
};

/** A log in which something happens each time it is asked for its head. */
class AskedStore extends MemoryEventStore {
  asked: ((() => Promise<unknown>) | undefined)[] = [];
  override async head(): Promise<bigint> {
    await this.asked.shift()?.();
    return super.head();
  }
}

describe('a projector', () => {
  it('builds the first generation from the whole log, in pages', async () => {
    const generations = folder();
    const projector = await openedOn(await logOf(2_345), generations);
    expect([projector.position, generations.current(), rowsOf(generations)]).toEqual([2_345n, 1, 2_345]);
    projector.close();
  });

  it('shows rows of an empty log: none', async () => {
    const generations = folder();
    const projector = await openedOn(await logOf(0), generations);
    expect([projector.position, generations.current(), rowsOf(generations)]).toEqual([0n, 1, 0]);
    projector.close();
  });

  it('catches up on what was recorded while it was away, in the same generation', async () => {
    const [store, generations] = [await logOf(3), folder()];
    (await openedOn(store, generations)).close();
    await store.append('g4', [happened(4)], 'no stream');
    const again = await openedOn(store, generations);
    expect([again.position, generations.current(), rowsOf(generations)]).toEqual([4n, 1, 4]);
    again.close();
  });

  it('follows what is recorded from now on, until it is stopped', async () => {
    const [store, generations] = [await logOf(1), folder()];
    const projector = await openedOn(store, generations);
    const stop = new AbortController();
    const following = projector.follow(stop.signal);
    await projector.reached(1n);
    for (let number = 2; number <= 5; number++) {
      const { position } = await store.append(`g${number}`, [happened(number)], 'no stream');
      await projector.reached(position);
      expect(rowsOf(generations)).toBe(number);
    }
    stop.abort();
    await following;
    await store.append('g6', [happened(6)], 'no stream');
    expect(projector.position).toBe(5n);
    projector.close();
  });

  it('does not follow before it was opened', async () => {
    const projector = new Projector(await logOf(1), folder());
    await expect(projector.follow(new AbortController().signal)).rejects.toThrow('not opened');
  });

  it('replays aside while it follows: the old rows are shown and go on, then the new ones, and nothing is lost', async () => {
    const [store, generations] = [await logOf(3_000), folder()];
    const projector = await openedOn(store, generations);
    const stop = new AbortController();
    const following = projector.follow(stop.signal);
    const seen: number[] = [];
    let replaying = true;
    const replay = projector.replay({ onProgress: () => seen.push(generations.current() ?? 0) });
    const ended = replay.finally(() => (replaying = false));
    await store.append('counted', [recognised()], 'no stream');
    let announced = 0;
    // Once more after the swap, so that what is recorded around it is counted once and only once.
    for (let more = true; more; announced++) {
      more = replaying;
      await store.append('counted', [attached({ announcement: basis('wiki', `w${announced}`) })], 'any');
      if (announced % 2 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await ended).toMatchObject({ generation: 2 });
    expect(new Set(seen)).toEqual(new Set([1]));
    await projector.reached(await store.head());
    const models = new SqliteReadModels(generations);
    expect([models.generation(), models.count(agenda)]).toEqual([2, 3_001]);
    expect(models.get(agenda, meeting)?.announcements).toBe(announced);
    models.close();
    stop.abort();
    await following;
    projector.close();
  });

  it('counts once what is recorded in the moment of the swap, though both bring it', async () => {
    const store = new AskedStore();
    await store.append('counted', [recognised()], 'no stream');
    const generations = folder();
    const projector = await openedOn(store, generations);
    const stop = new AbortController();
    const following = projector.follow(stop.signal);
    await projector.reached(1n);
    // A replay asks for the head when it begins and again when it is about to swap.
    store.asked = [undefined, () => store.append('counted', [attached()], 'any')];
    await projector.replay();
    await store.append('counted', [attached({ announcement: basis('wiki', 'w') })], 'any');
    await projector.reached(3n);
    const models = new SqliteReadModels(generations);
    expect(models.get(agenda, meeting)?.announcements).toBe(2);
    models.close();
    stop.abort();
    await following;
    projector.close();
  });

  it('says how far a replay is', async () => {
    const projector = await openedOn(await logOf(2_500), folder());
    const said: string[] = [];
    const result = await projector.replay({
      onProgress: ({ phase, position, head }) => said.push(`${phase} ${position}/${head}`),
    });
    expect(said.slice(0, 3)).toEqual(['reading 1000/2500', 'reading 2000/2500', 'reading 2500/2500']);
    expect(said.slice(3)).toEqual(
      ['indexing', 'catching up', 'comparing', 'swapping'].map((phase) => `${phase} 2500/2500`),
    );
    expect(result).toMatchObject({ events: 2_500, position: '2500' });
    projector.close();
  });

  it('keeps the shown generation and two to go back to', async () => {
    const generations = folder();
    const projector = await openedOn(await logOf(2), generations);
    for (let times = 0; times < 4; times++) await projector.replay();
    expect([generations.current(), generations.list()]).toEqual([5, [3, 4, 5]]);
    projector.close();
  });

  it('compares in a dry run, and leaves everything as it was', async () => {
    const [store, generations] = [await logOf(2), folder()];
    const projector = await openedOn(store, generations);
    await projector.replay();
    await projector.replay();
    expect(await projector.replay({ dryRun: true })).toMatchObject({ changed: false, events: 2 });
    const database = new DatabaseSync(generations.fileOf(3));
    database.exec('UPDATE rows_agenda SET row = \'{"title":"other"}\'');
    database.close();
    expect(await projector.replay({ dryRun: true })).toMatchObject({ changed: true });
    expect([generations.current(), generations.list()]).toEqual([3, [1, 2, 3]]);
    projector.close();
  });

  it('stops a replay when asked to, and goes on with what was shown', async () => {
    const [store, generations] = [await logOf(3_000), folder()];
    const projector = await openedOn(store, generations);
    const stop = new AbortController();
    const replay = projector.replay({ onProgress: () => stop.abort(), signal: stop.signal });
    await expect(replay).rejects.toThrow('interrupted');
    expect([generations.current(), generations.list()]).toEqual([1, [1]]);
    expect(await projector.replay()).toMatchObject({ generation: 2, events: 3_000, resumedAt: '1000' });
    projector.close();
  });

  it('stops at an event that a newer version wrote, saying which, and shows what it showed', async () => {
    const [store, generations] = [await logOf(2), folder()];
    const projector = await openedOn(store, generations);
    const following = projector.follow(new AbortController().signal);
    await store.append('g9', [{ type: 'gathering.teleported', data: {} }], 'no stream');
    const message =
      'gathering.teleported at position 3 (g9, version 1) is not known to this version of Relais; ' +
      'a newer version wrote it. Start that version instead.';
    await expect(following).rejects.toThrow(message);
    await expect(projector.replay()).rejects.toThrow(message);
    expect([generations.current(), generations.list(), rowsOf(generations)]).toEqual([1, [1], 2]);
    projector.close();
    await expect(openedOn(store, generations)).rejects.toThrow(message);
  });
});

describe('a generation that cannot be gone on with is made anew:', () => {
  const edited = async (sql: string): Promise<{ generations: Generations; projector: Projector }> => {
    const [store, generations] = [await logOf(3), folder()];
    (await openedOn(store, generations)).close();
    const database = new DatabaseSync(generations.fileOf(1));
    database.exec(sql);
    database.close();
    return { generations, projector: await openedOn(store, generations) };
  };

  it.each([
    ['one of another version', `UPDATE projection SET version = 99 WHERE name = 'agenda'`],
    ['one of another format', 'UPDATE generation SET format = 99'],
    ['one that lacks a column', `UPDATE projection SET version = 0; ALTER TABLE rows_agenda RENAME c_day TO c_other`],
    ['one that lacks a projection', `DELETE FROM projection WHERE name = 'news'; DROP TABLE rows_news`],
    ['one that is ahead of the log', 'UPDATE generation SET position = 7'],
    ['one of another log', `UPDATE generation SET event = 'of another log'`],
  ])('%s', async (_which, sql) => {
    const { generations, projector } = await edited(sql);
    expect([generations.current(), rowsOf(generations), projector.position]).toEqual([2, 3, 3n]);
    projector.close();
  });

  it('not one that stands at the beginning', async () => {
    const { generations, projector } = await edited(`DELETE FROM rows_agenda; UPDATE generation SET position = 0`);
    expect([generations.current(), rowsOf(generations)]).toEqual([1, 3]);
    projector.close();
  });

  it('one whose log is another, shorter one', async () => {
    const generations = folder();
    (await openedOn(await logOf(5), generations)).close();
    const projector = await openedOn(await logOf(2), generations);
    expect([generations.current(), rowsOf(generations)]).toEqual([2, 2]);
    projector.close();
  });

  it('one whose file is damaged', async () => {
    const [store, generations] = [await logOf(3), folder()];
    (await openedOn(store, generations)).close();
    writeFileSync(generations.fileOf(1), 'not a database at all, and long enough to be told apart from an empty file');
    const projector = await openedOn(store, generations);
    expect([generations.current(), rowsOf(generations)]).toEqual([2, 3]);
    projector.close();
  });
});
