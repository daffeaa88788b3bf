import { eventTypes } from '@relais/catalogue';
import type { Recorded } from '@relais/event-sourcing';
import { MemoryEventStore, type EventStore } from '@relais/event-store';
import { projections } from './projections.js';
import { Projector } from './projector.js';
import { Generation } from './storage/generation.js';
import { Generations } from './storage/generations.js';
import type { AnyProjection } from './storage/table.js';
import { history, recordedHistory, temporaryFolder } from './testing/index.js';

const recordedIn = async (store: EventStore): Promise<Recorded[]> => {
  const events: Recorded[] = [];
  for await (const page of store.readAll()) events.push(...page);
  return events;
};

/** The digest of these projections after the log was applied in pages of this size. */
const replayed = (
  events: readonly Recorded[],
  pageSize: number,
  of: readonly AnyProjection[] = projections,
): string => {
  const generation = Generation.open(':memory:', 1, of);
  for (let start = 0; start < events.length; start += pageSize) generation.apply(events.slice(start, start + pageSize));
  const digest = generation.digest();
  generation.close();
  return digest;
};

describe('the history that replays are tested with', () => {
  it('has every type of event of the catalogue', async () => {
    const told = new Set((await recordedIn(await recordedHistory())).map(({ type }) => type));
    expect(Object.keys(eventTypes).filter((type) => !told.has(type))).toEqual([]);
  });

  it.each(projections.map((projection) => [projection.name, projection] as const))(
    'leaves rows in %s, so that there is something to compare',
    async (_name, projection) => {
      const events = await recordedIn(await recordedHistory());
      expect(replayed(events, 1_000, [projection])).not.toBe(replayed([], 1_000, [projection]));
    },
  );
});

describe('a replay', () => {
  it.each(projections.map((projection) => [projection.name, projection] as const))(
    'makes the same rows of %s again, whatever the size of its pages',
    async (_name, projection) => {
      const events = await recordedIn(await recordedHistory());
      const once = replayed(events, 1_000, [projection]);
      for (const pageSize of [1_000, 1, 2, 7, 50]) expect(replayed(events, pageSize, [projection])).toBe(once);
    },
  );

  it('makes the rows that came about live, event by event', async () => {
    const recorded = await recordedIn(await recordedHistory());
    let now = '';
    const store = new MemoryEventStore({ now: () => now });
    const generations = new Generations(temporaryFolder());
    const projector = new Projector(store, generations);
    await projector.open();
    const stop = new AbortController();
    const following = projector.follow(stop.signal);
    for (const { stream, type, data, recordedAt } of recorded) {
      now = recordedAt;
      const { position } = await store.append(stream, [{ type, data: data }], 'any');
      await projector.reached(position);
    }
    const live = Generation.open(generations.fileOf(generations.current() ?? 0), 0);
    expect(live.digest()).toBe(replayed(recorded, 1_000));
    live.close();
    expect(await projector.replay()).toMatchObject({ changed: false, events: recorded.length });
    stop.abort();
    await following;
    projector.close();
  });

  it('makes the same rows of the same events recorded anew, under other ids', async () => {
    const once = await recordedIn(await recordedHistory());
    const again = await recordedIn(await recordedHistory(history));
    expect(again.map(({ id }) => id)).not.toEqual(once.map(({ id }) => id));
    expect(replayed(again, 1_000)).toBe(replayed(once, 1_000));
  });
});

describe('the digest of read models', () => {
  it('is the same whatever the order in which members were written', async () => {
    const [event] = await recordedIn(await recordedHistory());
    const backwards = (data: object): object => Object.fromEntries(Object.entries(data).reverse());
    const { profile, ...data } = event?.data as { profile: object };
    const reversed = { ...event, data: { profile: backwards(profile), ...data } } as Recorded;
    expect(replayed([reversed], 1)).toBe(replayed([event as Recorded], 1));
  });

  it('notices one row that is other', async () => {
    const events = await recordedIn(await recordedHistory());
    const other = events.map((event) =>
      event.type === 'gathering.retitled' ? { ...event, data: { ...(event.data as object), title: 'Autre' } } : event,
    );
    expect(replayed(other, 1_000)).not.toBe(replayed(events, 1_000));
  });
});
