import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { MemoryEventStore, type EventStore } from '@relais/event-store';
import { agenda } from '../agenda/agenda.js';
import { assemblies } from '../assemblies/assemblies.js';
import { projections } from '../projections.js';
import { Generation } from '../storage/generation.js';
import type { AnyProjection } from '../storage/table.js';
import { recordedHistory, temporaryFolder } from '../testing/index.js';
import { buildGeneration, PositionBeyondLog, type BuildOptions } from './build-generation.js';
import { Pause } from './pause.js';
import type { Progress } from './progress.js';

/** The digest of these projections when every event up to a position was applied one after the other. */
const folded = async (store: EventStore, until: bigint, of: readonly AnyProjection[] = projections) => {
  const generation = Generation.open(':memory:', 1, of);
  for await (const page of store.readAll()) generation.apply(page.filter(({ position }) => position <= until));
  const digest = generation.digest();
  generation.close();
  return digest;
};

const built = async (store: EventStore, options: BuildOptions = {}) => {
  const file = join(temporaryFolder(), 'any name.db');
  const { position, events } = await buildGeneration(store, file, options);
  const generation = Generation.open(file, 1, options.only);
  const found = {
    position,
    events,
    digest: generation.digest(),
    stands: generation.position,
    last: generation.lastEvent,
  };
  generation.close();
  return { ...found, files: readdirSync(join(file, '..')) };
};

describe('a generation that is built into a file', () => {
  it('has every row up to the end of the log, unless said where to stop', async () => {
    const store = await recordedHistory();
    const head = await store.head();
    expect(await built(store)).toMatchObject({
      ...{ position: head, stands: head, events: Number(head), files: ['any name.db'] },
      digest: await folded(store, head),
    });
  });

  it.each([0n, 1n, 17n, 40n])('has the rows as they stood at position %s', async (until) => {
    const store = await recordedHistory();
    expect(await built(store, { until })).toMatchObject({
      ...{ position: until, stands: until, events: Number(until) },
      digest: await folded(store, until),
    });
  });

  it.each([false, true])('has the rows of those projections that were asked for (selective: %s)', async (selective) => {
    const store = await recordedHistory();
    const only = [agenda, assemblies];
    const until = 40n;
    expect(await built(store, { only, until, selective })).toMatchObject({
      ...{ position: until, stands: until },
      digest: await folded(store, until, only),
    });
  });

  it('reads nothing that its projections do not handle when it is selective', async () => {
    const store = await recordedHistory();
    const { events } = await built(store, { only: [assemblies], selective: true });
    let handled = 0;
    for await (const page of store.readAll()) handled += page.filter(({ type }) => type in assemblies.on).length;
    expect(events).toBe(handled);
    expect(handled).toBeGreaterThan(0);
  });

  it.each([-1n, 1_000_000n])('is not built at position %s, which the log does not reach', async (until) => {
    const store = await recordedHistory();
    const file = join(temporaryFolder(), '1.db');
    await expect(buildGeneration(store, file, { until })).rejects.toThrow(PositionBeyondLog);
    expect(existsSync(file)).toBe(false);
  });

  it('leaves nothing behind when it is aborted, nor at an event that nobody knows', async () => {
    const store = new MemoryEventStore();
    await store.append('spec', [{ type: 'gathering.teleported', data: {} }], 'any');
    const file = join(temporaryFolder(), '1.db');
    await expect(buildGeneration(store, file)).rejects.toThrow('gathering.teleported at position 1');
    const aborted = { signal: AbortSignal.abort() };
    await expect(buildGeneration(await recordedHistory(), file, aborted)).rejects.toThrow('aborted');
    expect(readdirSync(join(file, '..'))).toEqual([]);
  });

  it('waits while it is paused, and says what it does', async () => {
    const store = await recordedHistory();
    const pause = new Pause();
    pause.pause();
    const said: Progress[] = [];
    const building = built(store, { pause, onProgress: (progress) => said.push(progress) });
    await new Promise((resolve) => setImmediate(resolve));
    expect([said, pause.isPaused]).toEqual([[], true]);
    pause.resume();
    const { position } = await building;
    expect(said.map(({ phase, position: at }) => [phase, at])).toEqual([
      ['reading', String(position)],
      ['indexing', String(position)],
    ]);
  });
});
