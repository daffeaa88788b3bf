import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteEventStore } from '@relais/event-store';
import type { GatheringId } from '@relais/vocabulary';
import { Projector } from '../projector.js';
import { Generation } from '../storage/generation.js';
import { Generations } from '../storage/generations.js';
import { attached, recognised, temporaryFolder } from '../testing/index.js';
import { killedInTheMiddle } from '../testing/own-process.js';
import { replayFrom } from './replay-aside.js';

const of = (n: number) => ({ gathering: `g${n % 1_500}` as GatheringId });

describe('a replay whose process is killed', () => {
  // The first is in the first page, the last ones are when all was read: indexing, comparing, swapping.
  it.each([1, 2, 6, 9, 11])('at its step %s loses nothing that was shown, and goes on where it stood', async (step) => {
    const [folder, log] = [temporaryFolder(), join(temporaryFolder(), `log-${step}.db`)];
    const store = SqliteEventStore.open(log);
    const events = Array.from({ length: 6_500 }, (_, n) => (n < 1_500 ? recognised(of(n)) : attached(of(n))));
    await store.append('spec', events, 'any');
    await killedInTheMiddle('killed-replay.ts', JSON.stringify({ log, folder, step }));
    const generations = new Generations(folder);
    expect([generations.current(), generations.list().at(0)]).toEqual([1, 1]);
    await store.append('spec', [attached(of(7))], 'any');
    const projector = new Projector(store, generations, replayFrom(store));
    await projector.open();
    const left = projector.unfinished();
    const result = await projector.replay(left);
    const last = Math.min(step - 1, 6);
    expect(result).toMatchObject({
      position: '6501',
      changed: false,
      ...(last > 0 && step < 11 && { events: 6_501 }),
    });
    if (step < 11) expect(result.resumedAt).toBe(last > 0 ? String(last * 1_000) : undefined);
    const digests = generations.list().map((number) => {
      const generation = Generation.open(generations.fileOf(number), number);
      const { position } = generation;
      const digest = generation.digest();
      generation.close();
      return [position, digest] as const;
    });
    const [shown] = digests.filter(([position]) => position === 6_501n);
    for (const [position, digest] of digests) if (position === 6_501n) expect(digest).toBe(shown?.[1]);
    expect(readdirSync(folder).filter((name) => name.includes('building'))).toEqual([]);
    expect(existsSync(generations.fileOf(generations.current() ?? 0))).toBe(true);
    projector.close();
    await store.close();
  });
});
