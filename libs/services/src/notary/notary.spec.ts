import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import {
  beginning,
  chained,
  EventStore,
  isSignedBy,
  readCheckpoint,
  readVerifierKey,
  SqliteEventStore,
  verify,
  type Link,
} from '@relais/event-store';
import type { NotaryEvent } from '@relais/notary';
import { EmbeddedQueue, Keys, Queue } from '@relais/transport';
import { Clock } from '@relais/vocabulary';
import { HubUnderTest, oneAssembly, type HubOptions } from '../testing/index.js';
import { Deployment } from '../wiring/deployment.js';
import { Lifetime } from '../wiring/lifetime.js';
import { journalStanding } from './journal-standing.js';
import { journalKey } from './journal-name.js';
import { Notary } from './notary.js';

type Checkpointed = Extract<NotaryEvent, { type: 'log.checkpointed' }>['data'];

/** Something that every hub knows and nobody shows. */
const happened = { type: 'ruling.revoked', data: { ruling: 'r', by: 'secretariat' } };
const some = (count: number) => Array.from({ length: count }, () => happened);

const day = (number: number): string => `2026-11-${String(number).padStart(2, '0')}T09:00:00Z`;
const hubOn = (now: string, more: Pick<HubOptions, 'folder'> = {}): Promise<HubUnderTest> =>
  HubUnderTest.start({ configuration: oneAssembly(), environment: { RELAIS_NOW: now }, ...more });
const checkpointsOf = async (hub: HubUnderTest): Promise<Checkpointed[]> =>
  (await hub.events('log.checkpointed')).map(({ data }) => data as Checkpointed);
const linksOf = async (store: EventStore): Promise<Link[]> => {
  const links: Link[] = [];
  for await (const page of store.links()) links.push(...page);
  return links;
};

describe('the notary', () => {
  let hub: HubUnderTest;
  afterEach(() => hub.end());

  it('signs how far the log is once a thousand events wait for it: all before its own event', async () => {
    hub = await hubOn(day(25));
    const before = Number(await hub.get(EventStore).head());
    expect(await checkpointsOf(hub)).toEqual([]);
    await hub.get(EventStore).append('much', some(1_000), 'any');
    await hub.recorded('log.checkpointed');
    const [{ size, position, hash, note }] = (await checkpointsOf(hub)) as [Checkpointed];
    expect([size, position]).toEqual([before + 1_000, String(before + 1_000)]);
    const links = await linksOf(hub.get(EventStore));
    expect(hash).toBe(links.slice(0, size).reduce(chained, beginning));
    expect(links).toHaveLength(size + 1);
    const key = readVerifierKey(journalKey(hub.get(Deployment).settings, hub.get(Keys)));
    expect(readCheckpoint(note)).toMatchObject({ origin: `${new URL(hub.url).host}/journal`, size, hash });
    expect(isSignedBy(readCheckpoint(note).signed, key)).toBe(true);
  });

  it('signs a day after something that is not fixed, and never for a checkpoint alone', async () => {
    hub = await hubOn(day(1));
    const counts: number[] = [];
    for (const now of [day(1), day(2), day(3), day(9)]) {
      await hub.stop();
      hub = await hubOn(now, { folder: hub.folder });
      counts.push((await checkpointsOf(hub)).length);
    }
    expect(counts).toEqual([0, 1, 1, 1]);
  });

  it('is woken a day after something that is not fixed', async () => {
    hub = await hubOn(day(1));
    const queue = new EmbeddedQueue(() => undefined);
    let now = new Date(Date.parse(day(2)) - 50).toISOString();
    class Moved extends Clock {
      override now = (): string => now;
    }
    const notary = new Notary(
      ...([hub.get(EventStore), hub.get(Keys), queue, new Moved(), hub.get(Deployment)] as const),
      hub.get(Lifetime),
    );
    await notary.start();
    // What it does beside the start is done by now: only the alarm is left.
    await setImmediate();
    expect(await checkpointsOf(hub)).toEqual([]);
    now = day(2);
    await hub.recorded('log.checkpointed');
    expect(await checkpointsOf(hub)).toHaveLength(1);
    await queue.close();
  });

  it('signs once where two notaries see the same', async () => {
    hub = await hubOn(day(25));
    const other = new Notary(
      ...([hub.get(EventStore), hub.get(Keys), hub.get(Queue), hub.get(Clock), hub.get(Deployment)] as const),
      hub.get(Lifetime),
    );
    await other.start();
    for (let round = 1; round <= 3; round++) {
      await hub.get(EventStore).append('much', some(1_000), 'any');
      await hub.recorded('log.checkpointed', round);
    }
    await hub.stop();
    hub = await hubOn(day(25), { folder: hub.folder });
    expect(new Set((await checkpointsOf(hub)).map(({ size }) => size)).size).toBe(3);
    expect(await checkpointsOf(hub)).toHaveLength(3);
  });

  it('lets a collection that finds nothing new record nothing', async () => {
    hub = await HubUnderTest.start({ environment: { RELAIS_NOW: day(25) } });
    const before = (await hub.events()).length;
    await hub.stop();
    hub = await HubUnderTest.start({ environment: { RELAIS_NOW: day(25) }, folder: hub.folder });
    expect(await hub.events()).toHaveLength(before);
  });

  const tampered = async (sql: string, chain: 'made anew' | 'as it was'): Promise<void> => {
    hub = await hubOn(day(25));
    await hub.get(EventStore).append('much', some(1_000), 'any');
    await hub.recorded('log.checkpointed');
    await hub.get(EventStore).append('more', some(20), 'any');
    const links = await linksOf(hub.get(EventStore));
    await hub.stop();
    const database = new DatabaseSync(join(hub.folder, 'log.db'));
    database.exec('DROP TRIGGER event_is_never_changed; DROP TRIGGER event_is_never_removed');
    database.exec(sql);
    database.close();
    if (chain === 'made anew') {
      const store = SqliteEventStore.open(join(hub.folder, 'log.db'));
      const altered = await linksOf(store);
      await store.close();
      expect(altered).toHaveLength(links.length);
      const writer = new DatabaseSync(join(hub.folder, 'log.db'));
      writer.exec('DROP TRIGGER event_is_never_changed; BEGIN');
      let hash = beginning;
      for (const link of altered) {
        hash = chained(hash, link);
        writer.prepare('UPDATE event SET hash = ? WHERE position = ?').run(Buffer.from(hash, 'hex'), link.position);
      }
      writer.exec('COMMIT');
      writer.close();
    }
    hub = await hubOn(day(30), { folder: hub.folder });
  };

  it.each([
    [
      'made anew after something before it was altered',
      `UPDATE event SET at = '${day(24)}' WHERE position = 3`,
      'made anew',
      'is not as it was signed',
    ],
    ['altered after it', `UPDATE event SET at = '${day(24)}' WHERE position = 1010`, 'as it was', 'does not follow'],
    [
      'cut off and added to',
      "DELETE FROM event WHERE position = (SELECT event.position - 1 FROM event JOIN event_type ON event_type.id = event.type WHERE name = 'log.checkpointed')",
      'as it was',
      'is not as it was signed',
    ],
    [
      'signed by another key, as far as its note says',
      `UPDATE event SET data = replace(data, 'journal', 'courrier') WHERE data LIKE '%journal%'`,
      'made anew',
      'not signed by the key',
    ],
  ] as const)('stops at a log that was %s, and signs nothing more', async (_what, sql, chain, problem) => {
    await tampered(sql, chain);
    expect(hub.get(Notary).problem).toContain(problem);
    await hub.get(EventStore).append('much', some(1_000), 'any');
    await hub.shown();
    expect(await checkpointsOf(hub)).toHaveLength(1);
    expect(await (await hub.fetch('/readyz')).json()).toMatchObject({
      status: 'ready',
      journal: 'not what was signed',
    });
    const { keyFile } = hub.get(Deployment).settings;
    expect((await journalStanding(hub.get(EventStore), keyFile)).problem).toContain(problem);
  });

  it('publishes what it signed, for whoever keeps it', async () => {
    hub = await hubOn(day(25));
    expect((await hub.fetch('/journal/dernier.txt')).status).toBe(404);
    expect(await hub.text('/journal/points.txt')).toBe('');
    for (let round = 1; round <= 2; round++) {
      await hub.get(EventStore).append('much', some(1_000), 'any');
      await hub.recorded('log.checkpointed', round);
    }
    const notes = (await checkpointsOf(hub)).map(({ note }) => note);
    const all = await hub.fetch('/journal/points.txt');
    expect([all.headers.get('content-type'), await all.text()]).toEqual([
      'text/plain; charset=utf-8',
      notes.join('\n'),
    ]);
    expect(await hub.text('/journal/dernier.txt')).toBe(notes[1]);
    const page = await hub.text('/journal');
    const key = journalKey(hub.get(Deployment).settings, hub.get(Keys));
    for (const part of [key, (notes[1] ?? '').split('\n')[2] ?? '-', '2']) expect(page).toContain(part);
    const store = hub.get(EventStore);
    const verdict = await verify((after) => store.links(after), notes.map(readCheckpoint));
    expect([verdict.checkpoints, verdict.faults]).toEqual([2, []]);
  });
});
