import type { Recorded } from '@relais/event-sourcing';
import { KurrentEventStore } from '@relais/event-store/kurrentdb';
import { EventStoreServer } from '@relais/event-store/kurrentdb/testing';
import { Generation } from '../storage/generation.js';
import { PastViews } from './past-views.js';
import { publicProjections } from './public-projections.js';
import { recordedHistory, temporaryFolder } from './testing/history-then.js';

const rebuilt = (events: readonly Recorded[]): string => {
  const generation = Generation.open(':memory:', 1, publicProjections);
  generation.apply(events);
  const digest = generation.digest();
  generation.close();
  return digest;
};

describe('the past of a log in an event store server, whose positions have gaps', () => {
  let server: EventStoreServer;
  let store: KurrentEventStore;
  const events: Recorded[] = [];
  beforeAll(async () => {
    server = await EventStoreServer.start();
    store = await KurrentEventStore.open(server.url());
    for await (const page of (await recordedHistory()).links()) await store.copy(page);
    for await (const page of store.readAll()) events.push(...page);
  });
  afterAll(async () => {
    await store.close();
    await server.end();
  });
  const placeOf = (count: number): bigint => events[count - 1]?.position ?? 0n;

  it('is, after any of its events, what a log that ended there makes', async () => {
    const past = new PastViews(store, temporaryFolder(), { snapshotEvery: 25n, views: 2 });
    for (const step of [23, 10])
      for (let count = events.length; count >= 0; count -= step) {
        const view = await past.at(placeOf(count));
        expect([count, view.digest()]).toEqual([count, rebuilt(events.slice(0, count))]);
        view.release();
      }
    past.close();
  });

  it('is built from snapshots that are as many events apart as they are to be', async () => {
    const past = new PastViews(store, temporaryFolder(), { snapshotEvery: 20n });
    (await past.at(placeOf(50))).release();
    expect(past.snapshots.list().map(({ position }) => position)).toEqual([placeOf(40)]);
    await past.snapshots.fill(placeOf(85));
    expect(past.snapshots.list().map(({ position }) => position)).toEqual([0, 20, 40, 60, 80].map(placeOf));
    past.close();
  });

  it('is built anew where the server holds another log than the snapshots were made of', async () => {
    const folder = temporaryFolder();
    const past = new PastViews(store, folder, { snapshotEvery: 20n });
    (await past.at(placeOf(50))).release();
    past.close();
    const other = await EventStoreServer.start();
    const anew = await KurrentEventStore.open(other.url());
    try {
      const text = 'x'.repeat(40_000);
      await anew.append('another', [{ type: 'ruling.revoked', data: { ruling: text, by: 'secretariat' } }], 'any');
      for await (const page of store.links()) await anew.copy(page.slice(0, 60));
      const there: Recorded[] = [];
      for await (const page of anew.readAll()) there.push(...page);
      const pastThere = new PastViews(anew, folder, { snapshotEvery: 20n });
      const view = await pastThere.at(await anew.head());
      expect(view.digest()).toBe(rebuilt(there));
      view.release();
      pastThere.close();
    } finally {
      await anew.close();
      await other.end();
    }
  });
});
