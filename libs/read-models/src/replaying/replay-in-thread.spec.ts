import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SqliteEventStore } from '@relais/event-store';
import type { GatheringId } from '@relais/vocabulary';
import { projections } from '../projections.js';
import { Projector } from '../projector.js';
import { Generation } from '../storage/generation.js';
import { Generations } from '../storage/generations.js';
import { attached, recognised, recordedHistory, temporaryFolder } from '../testing/index.js';
import { sqliteLog } from './log-address.js';
import { replayFrom, type ReplayAside } from './replay-aside.js';
import { replayInThread } from './replay-in-thread.js';
import type { ReplayState } from './running-replay.js';

const aGathering = (number: number) => recognised({ gathering: `g${number}` as GatheringId });

/** A log in a file with something of everything, and so many gatherings more; its read models, in step with it. */
const hub = async (more: number, aside?: (store: SqliteEventStore, log: string) => ReplayAside) => {
  const folder = temporaryFolder();
  const log = join(folder, 'log.db');
  const store = SqliteEventStore.open(log);
  for await (const links of (await recordedHistory()).links()) await store.copy(links);
  await store.append(
    'more',
    Array.from({ length: more }, (_, n) => aGathering(n)),
    'any',
  );
  const generations = new Generations(join(folder, 'read-models'));
  const projector = new Projector(store, generations, aside?.(store, log));
  await projector.open();
  const end = async () => {
    projector.close();
    await store.close();
  };
  return { store, log, generations, projector, end };
};

const digestOf = (generations: Generations, number = generations.current() ?? 0): string => {
  const generation = Generation.open(generations.fileOf(number), number);
  const digest = generation.digest();
  generation.close();
  return digest;
};
const buildings = ({ folder }: Generations): string[] =>
  readdirSync(folder).filter((name) => name.includes('building'));

describe.each<[string, (store: SqliteEventStore, log: string) => ReplayAside]>([
  ['in the thread of its caller', (store) => replayFrom(store)],
  ['in a thread of its own', (_store, log) => replayInThread(sqliteLog(log))],
])('a replay %s', (_where, aside) => {
  it('makes the rows again, compares them with those shown, and shows them', async () => {
    const { generations, projector, store, end } = await hub(2_500, aside);
    const before = digestOf(generations);
    const head = await store.head();
    expect(await projector.replay()).toMatchObject({
      ...{ generation: 2, events: Number(head), position: String(head), changed: false, shown: true },
    });
    expect([generations.current(), digestOf(generations), buildings(generations)]).toEqual([2, before, []]);
    await end();
  });

  it('finds rows that were other', async () => {
    const { generations, projector, end } = await hub(1, aside);
    const before = digestOf(generations);
    const database = new DatabaseSync(generations.fileOf(1));
    database.exec('UPDATE rows_agenda SET row = \'{"title":"other"}\'');
    database.close();
    expect(await projector.replay()).toMatchObject({ changed: true });
    expect(digestOf(generations)).toBe(before);
    await end();
  });

  it('makes anew the projections that are named, and takes over the others with their indexes and their standing', async () => {
    const { generations, projector, store, end } = await hub(2_500, aside);
    const database = new DatabaseSync(generations.fileOf(1));
    database.exec('DELETE FROM rows_agenda');
    database.close();
    const made = await projector.replay({ only: ['agenda', 'assemblies'] });
    expect(made).toMatchObject({ changed: true, generation: 2 });
    expect(made.events).toBeLessThan(Number(await store.head()));
    const [some, schema] = [digestOf(generations), schemaOf(generations.fileOf(2))];
    await store.append('more', [attached(), aGathering(9_999)], 'any');
    await projector.replay();
    await projector.replay({ only: ['news'] });
    const all = digestOf(generations, 3);
    expect([digestOf(generations, 4), all === some]).toEqual([all, false]);
    expect([schemaOf(generations.fileOf(3)), standingOf(generations.fileOf(4))]).toEqual([
      schema,
      standingOf(generations.fileOf(3)),
    ]);
    await end();
  });

  it('is held, goes on, and can be watched', async () => {
    const { projector, end } = await hub(2_500, aside);
    const seen: (ReplayState | undefined)[] = [];
    const unwatch = projector.replays.watch((state) => seen.push(state));
    const replay = projector.replay();
    expect(projector.replays.pause()).toBe(true);
    await expect(projector.replay()).rejects.toThrow(/^a replay runs already, since .*, paused: wait for it/);
    expect(projector.replays.running).toMatchObject({ paused: true, projections: projections.map(({ name }) => name) });
    projector.replays.resume();
    await replay;
    unwatch();
    const phases = seen.map((state) => state?.phase);
    expect([...new Set(phases)]).toEqual(['reading', 'indexing', 'catching up', 'comparing', 'swapping', undefined]);
    expect([projector.replays.running, projector.replays.pause()]).toEqual([undefined, false]);
    await end();
  });

  it('is cancelled while it is held, and leaves nothing', async () => {
    const { generations, projector, end } = await hub(2_500, aside);
    const replay = projector.replay();
    projector.replays.pause();
    projector.replays.cancel();
    await expect(replay).rejects.toThrow('cancelled; what was shown is shown still');
    expect([generations.list(), buildings(generations), projector.unfinished()]).toEqual([[1], [], undefined]);
    await end();
  });

  it('is interrupted, and goes on where it stood when the same is asked for again', async () => {
    const { generations, projector, end } = await hub(5_500, aside);
    const replay = projector.replay({
      onProgress: ({ position }) => position !== '0' && projector.replays.interrupt(),
      show: false,
    });
    await expect(replay).rejects.toThrow('interrupted');
    expect(projector.unfinished()).toEqual({ show: false, dryRun: false });
    const result = await projector.replay({ show: false });
    expect(Number(result.resumedAt)).toBeGreaterThan(0);
    expect(result).toMatchObject({ events: Number(result.position), changed: false, shown: false });
    expect([generations.current(), generations.list()]).toEqual([1, [1, 2]]);
    expect(digestOf(generations, 2)).toBe(digestOf(generations, 1));
    await end();
  });

  it('stops at an event that nobody knows, and says which', async () => {
    const { generations, projector, store, end } = await hub(1, aside);
    const { position } = await store.append('strange', [{ type: 'gathering.teleported', data: {} }], 'any');
    await expect(projector.replay()).rejects.toThrow(
      `gathering.teleported at position ${position} (strange, version 1)`,
    );
    expect([generations.list(), buildings(generations)]).toEqual([[1], []]);
    await end();
  });

  it('knows no projection of another name', async () => {
    const { projector, end } = await hub(1, aside);
    const replay = projector.replay({ only: ['agenda', 'agendas'] });
    await expect(replay).rejects.toThrow(/^no projection is called «agendas»; there are .*agenda, /);
    await end();
  });
});

describe('a replay in a thread of its own', () => {
  it('reaches nothing but its files: no connection, no look-up, no process', async () => {
    const { projector, end } = await hub(2_500, (_store, log) => replayInThread(sqliteLog(log)));
    expect(await projector.replay()).toMatchObject({ outbound: 0 });
    await end();
  });

  it('says that a log cannot be opened', async () => {
    const nowhere = sqliteLog(join(temporaryFolder(), 'nowhere', 'log.db'));
    const { generations, projector, end } = await hub(1, () => replayInThread(nowhere));
    await expect(projector.replay()).rejects.toThrow(/log\.db cannot be opened/);
    expect(generations.list()).toEqual([1]);
    await end();
  });
});

describe('what a replay left in the middle', () => {
  const left = async () => {
    const found = await hub(3_500);
    const { projector } = found;
    const replay = projector.replay({
      onProgress: ({ position }) => position !== '0' && projector.replays.interrupt(),
    });
    await expect(replay).rejects.toThrow('interrupted');
    return { ...found, file: found.generations.buildingOf(2) };
  };

  it.each<[string, (file: string) => void]>([
    [
      'is damaged',
      (file) => writeFileSync(file, 'not a database at all, and long enough to be told from an empty file'),
    ],
    [
      'is of another version of a projection',
      (file) => edit(file, "UPDATE projection SET version = 99 WHERE name = 'news'"),
    ],
    ['is of another log', (file) => edit(file, "UPDATE building SET hash = 'of another log'")],
    ['is of another place in the log', (file) => edit(file, "UPDATE generation SET position = '7'")],
    ['lacks a projection', (file) => edit(file, "DELETE FROM projection WHERE name = 'news'")],
    ['says nothing of itself', (file) => edit(file, 'DROP TABLE building')],
  ])('is thrown away when it %s', async (_how, spoil) => {
    const { generations, projector, file, end } = await left();
    spoil(file);
    const result = await projector.replay();
    expect([result.resumedAt, result.changed, generations.current()]).toEqual([undefined, false, 2]);
    await end();
  });

  it('is thrown away when something else is asked for', async () => {
    const { projector, generations, end } = await left();
    expect((await projector.replay({ only: ['news'] })).resumedAt).toBeUndefined();
    expect([existsSync(generations.buildingOf(2)), generations.current()]).toEqual([false, 2]);
    await end();
  });
});

const edit = (file: string, sql: string): void => {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
};
const asked = (file: string, sql: string): unknown[] => {
  const database = new DatabaseSync(file, { readOnly: true });
  const rows = database.prepare(sql).all();
  database.close();
  return rows;
};
const schemaOf = (file: string): unknown[] => asked(file, 'SELECT type, name, sql FROM sqlite_schema ORDER BY name');
const standingOf = (file: string): unknown[] =>
  asked(file, 'SELECT * FROM projection ORDER BY name').concat(asked(file, 'SELECT * FROM generation'));
