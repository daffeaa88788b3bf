import { KurrentEventStore } from '@relais/event-store/kurrentdb';
import { EventStoreServer } from '@relais/event-store/kurrentdb/testing';
import { EventStore } from '@relais/event-store';
import { Generations, Projector } from '@relais/read-models';
import { join } from 'node:path';
import { HubUnderTest, oneAssembly, Spawned, type Ended } from '../testing/index.js';
import { recordHistory } from './testing/long-history.js';
import { buildingsIn, rowsOf, told, whenOver } from './testing/replaying-hub.js';
import type { ReplaysSaid } from './watch-order.js';

const configuration = oneAssembly();

/** A server whose log a hub had never seen. */
const serverWith = async (events: number): Promise<EventStoreServer> => {
  const server = await EventStoreServer.start();
  const log = await KurrentEventStore.open(server.url());
  await recordHistory(log, events, 500);
  await log.close();
  return server;
};

describe('a replay over an event store server', () => {
  let server: EventStoreServer;
  let hub: HubUnderTest;
  let generations: Generations;
  const environment = (): Record<string, string> => ({ EVENTSTORE_URL: server.url() });
  const relais = (...words: string[]): Promise<Ended> =>
    Spawned.start(
      ...[
        'cli' as const,
        { RELAIS_DATA: hub.folder, RELAIS_CONFIG: join(hub.folder, 'relais.yaml'), ...environment() },
      ],
      ...words,
    ).ended;
  const came = ({ stdout }: Ended): unknown => JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
  const last = async (): Promise<ReplaysSaid['ended']> => {
    const [heard, leave] = [[] as ReplaysSaid[], new AbortController()];
    const hear = (said: unknown): void => void (heard.push(said as ReplaysSaid) && leave.abort());
    await told(hub, 'watch', {}, hear, leave.signal).catch(() => undefined);
    return heard[0]?.ended;
  };

  /** The hub stops as soon as it hears that a part was read. */
  const leftInTheMiddle = async (): Promise<void> => {
    const { replays } = hub.get(Projector);
    const replay = told(hub, 'replay', {}, () => replays.interrupt());
    await expect(replay).rejects.toMatchObject({ kind: 'Interrupted' });
    await hub.stop();
  };

  beforeAll(async () => {
    server = await serverWith(6_000);
    hub = await HubUnderTest.start({ configuration, environment: environment() });
    generations = hub.get(Generations);
  });
  afterAll(async () => {
    await hub.end();
    await server.end();
  });

  it('is done in a thread that reads the server itself, and comes to the same rows', async () => {
    const ended = await relais('replay', '--json');
    const events = (await hub.events()).length;
    expect([ended.code, came(ended)]).toEqual([
      0,
      expect.objectContaining({
        generation: 2,
        events,
        changed: false,
        shown: true,
        outbound: expect.any(Number) as unknown,
      }),
    ]);
    expect(events).toBeGreaterThan(6_000);
    expect([generations.current(), rowsOf(generations, 2)]).toEqual([2, rowsOf(generations, 1)]);
  });

  it('makes anew the projections that are named, by their types, and stands where the log does', async () => {
    const ended = await relais('replay', '--projection', 'news', '--aside', '--json');
    const position = String(await hub.get(EventStore).head());
    expect(came(ended)).toMatchObject({ generation: 3, position, changed: false, shown: false });
    expect(Number((came(ended) as { events: number }).events)).toBeLessThan(6_000);
    expect(rowsOf(generations, 3)).toEqual(rowsOf(generations, 2));
  });

  it('is left in the middle by a hub that stops, and gone on with by the next', async () => {
    const rows = rowsOf(generations, 2);
    await leftInTheMiddle();
    expect(buildingsIn(generations)).toEqual(['4.building.db']);
    hub = await HubUnderTest.start({ folder: hub.folder, configuration, environment: environment() });
    await whenOver(hub.get(Projector));
    expect(await last()).toMatchObject({
      result: { generation: 4, changed: false, resumedAt: expect.any(String) as unknown },
    });
    expect([generations.current(), rowsOf(generations, 4)]).toEqual([4, rows]);
  });

  it('is thrown away where the server is another, though neither keeps hashes', async () => {
    await leftInTheMiddle();
    const before = server;
    server = await serverWith(2_500);
    hub = await HubUnderTest.start({ folder: hub.folder, configuration, environment: environment() });
    await whenOver(hub.get(Projector));
    const shown = generations.current() ?? 0;
    const fresh = await HubUnderTest.start({ configuration, environment: environment() });
    expect(rowsOf(generations, shown)).toEqual(rowsOf(fresh.get(Generations), 1));
    await fresh.end();
    await before.end();
  });
});
