import { readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { HubEvent } from '@relais/catalogue';
import { MemoryEventStore } from '@relais/event-store';
import { buildGeneration } from '../replaying/build-generation.js';
import { Generation } from '../storage/generation.js';
import { recognised, temporaryFolder } from '../testing/index.js';
import { diffAtOnePosition } from './diff-at-one-position.js';

const gathering = (id: string): HubEvent => recognised({ gathering: id as never });

const feed = async (generation: Generation, store: MemoryEventStore): Promise<void> => {
  for await (const page of store.readAll(generation.position)) generation.apply(page);
};

/** A generation that is shown and fed, and one that was built before the last event was recorded. */
const shownAndBuilt = async () => {
  const [store, folder] = [new MemoryEventStore(), temporaryFolder()];
  const [shown, built] = [join(folder, '1.db'), join(folder, '2.db')];
  const fed = Generation.open(shown, 1);
  await store.append('spec', [gathering('a')], 'any');
  await buildGeneration(store, built);
  await store.append('spec', [gathering('b')], 'any');
  await feed(fed, store);
  return { store, shown, built, fed };
};

describe('a generation that was built aside, beside the one that is shown', () => {
  it('is brought to where the shown one is, so that only what is other is a difference', async () => {
    const { store, shown, built, fed } = await shownAndBuilt();
    const { before, after, counts } = await diffAtOnePosition(store, shown, built);
    expect([before.position, after.position, counts]).toEqual(['2', '2', []]);
    fed.close();
  });

  it('lies in one file afterwards, with all its rows', async () => {
    const { store, shown, built, fed } = await shownAndBuilt();
    await diffAtOnePosition(store, shown, built);
    const renamed = join(temporaryFolder(), '2.db');
    renameSync(built, renamed);
    expect(readdirSync(join(built, '..')).filter((name) => name.startsWith('2'))).toEqual([]);
    const generation = Generation.open(renamed, 2);
    expect([generation.position, generation.digest()]).toEqual([2n, fed.digest()]);
    generation.close();
    fed.close();
  });

  it('is compared at that position, though the shown one is fed meanwhile', async () => {
    const { store, shown, built, fed } = await shownAndBuilt();
    const late = {
      async *readAll(after?: bigint) {
        await store.append('spec', [gathering('c')], 'any');
        await feed(fed, store);
        yield* store.readAll(after);
      },
    };
    const { before, after, counts } = await diffAtOnePosition(late, shown, built);
    expect([before.position, after.position, counts]).toEqual(['2', '2', []]);
    expect(fed.position).toBe(3n);
    fed.close();
  });

  it('is said to be further where it is', async () => {
    const { store, shown, built, fed } = await shownAndBuilt();
    const ahead = Generation.open(built, 2);
    await store.append('spec', [gathering('c')], 'any');
    await feed(ahead, store);
    ahead.close();
    const { before, after, examples } = await diffAtOnePosition(store, shown, built);
    expect([before.position, after.position]).toEqual(['2', '3']);
    expect(examples.map(({ kind, key }) => `${kind} ${key}`)).toEqual(['added c', 'added c']);
    fed.close();
  });
});
