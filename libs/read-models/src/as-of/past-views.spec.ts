import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Recorded } from '@relais/event-sourcing';
import type { EventStore } from '@relais/event-store';
import { agenda } from '../agenda/agenda.js';
import { assemblies } from '../assemblies/assemblies.js';
import { gatherings } from '../gathering/gathering.js';
import { news } from '../news/news.js';
import type { ReadModels } from '../read-models.js';
import { Generation } from '../storage/generation.js';
import { recordedHistory, retitled, shownFrom, temporaryFolder } from './testing/history-then.js';
import { BeyondTheLog, PastViews, type PastOptions } from './past-views.js';
import { publicProjections } from './public-projections.js';

const recordedIn = async (store: EventStore): Promise<Recorded[]> => {
  const events: Recorded[] = [];
  for await (const page of store.readAll()) events.push(...page);
  return events;
};

/** The digest of rows that were made of nothing but the events up to a position. */
const rebuilt = (events: readonly Recorded[], position: number): string => {
  const generation = Generation.open(':memory:', 1, publicProjections);
  generation.apply(events.slice(0, position));
  const digest = generation.digest();
  generation.close();
  return digest;
};

const digestAt = async (past: PastViews, position: number): Promise<string> => {
  const view = await past.at(BigInt(position));
  try {
    return view.digest();
  } finally {
    view.release();
  }
};

const open: PastViews[] = [];
afterEach(() => open.splice(0).forEach((one) => one.close()));
const pastOf = (store: EventStore, options: PastOptions = {}, folder = temporaryFolder()): PastViews => {
  const past = new PastViews(store, folder, options);
  open.push(past);
  return past;
};

/** Everything that pages ask of rows, whatever the order in which it was asked. */
const asked = (models: ReadModels): unknown => [
  models.find(agenda, { from: { day: '2016-01-01' }, order: ['starts', 'ascending'], limit: 3 }),
  models.find(agenda, { where: { assembly: 'lille' }, order: ['known', 'descending'] }),
  models.find(agenda, {
    order: ['starts', 'descending'],
    after: { value: '2026-11-26T17:00:00Z', key: 'rencontre-2' },
  }),
  models.count(agenda, { where: { assembly: 'lille' } }),
  models.get(gatherings, 'rencontre-1'),
  models.find(gatherings, { where: { assembly: 'lille' } }),
  models.find(news, { order: ['known', 'descending'], limit: 2 }),
  models.get(assemblies, 'lille'),
  [String(models.changed(agenda).position), models.changed(agenda).at, String(models.position())],
];

describe('the past of read models', () => {
  it('is, at every position, what a log that ended there makes', async () => {
    const store = await recordedHistory();
    const events = await recordedIn(store);
    expect(events.length).toBeGreaterThan(100);
    const past = pastOf(store, { snapshotEvery: 25n, views: 2 });
    // Back and forth, so that snapshots are found as well as made.
    for (const step of [7, 3, 1])
      for (let position = events.length; position >= 0; position -= step)
        expect([position, await digestAt(past, position)]).toEqual([position, rebuilt(events, position)]);
  });

  it('answers what pages ask as the generation of a log that ended there does', async () => {
    const store = await recordedHistory();
    const events = await recordedIn(store);
    const past = pastOf(store, { snapshotEvery: 40n });
    for (const position of [0, 1, 39, 40, 41, 77, 80, 99, events.length]) {
      const view = await past.at(BigInt(position));
      expect([position, asked(view.models)]).toEqual([position, asked(shownFrom(events.slice(0, position)))]);
      view.release();
    }
  });

  it('is found again without being built again, and stays readable for who holds it', async () => {
    const store = await recordedHistory();
    const past = pastOf(store, { views: 1 });
    const first = await past.at(50n);
    const again = await past.at(50n);
    expect(again.models).toBe(first.models);
    again.release();
    const other = await past.at(60n);
    expect(first.models.count(agenda)).toBeGreaterThan(0);
    first.release();
    first.release();
    other.release();
    const anew = await past.at(50n);
    expect(anew.models).not.toBe(first.models);
    anew.release();
  });

  it('lets go of what takes more memory than it may', async () => {
    const store = await recordedHistory();
    const past = pastOf(store, { bytes: 1 });
    const first = await past.at(50n);
    first.release();
    (await past.at(60n)).release();
    const again = await past.at(50n);
    expect(again.models).not.toBe(first.models);
    again.release();
  });

  it('is made once for two who ask at once', async () => {
    const past = pastOf(await recordedHistory());
    const [one, other] = await Promise.all([past.at(70n), past.at(70n)]);
    expect(one.models).toBe(other.models);
    one.release();
    other.release();
  });

  it.each([-1n, 1_000_000n])('does not reach position %s', async (position) => {
    const past = pastOf(await recordedHistory());
    await expect(past.at(position)).rejects.toThrow(BeyondTheLog);
    const view = await past.at(1n);
    expect(view.models.count(assemblies)).toBe(1);
    view.release();
  });

  it('holds nothing of a person', async () => {
    const store = await recordedHistory();
    const folder = temporaryFolder();
    const past = pastOf(store, { snapshotEvery: 10n }, folder);
    (await past.at(await store.head())).release();
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.db'));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const bytes = readFileSync(join(folder, file)).toString('latin1');
      for (const secret of ['sealed-', 'lookup-', 'person-', 'subscription-']) expect(bytes).not.toContain(secret);
    }
  });
});

describe('the snapshots that the past is built from', () => {
  it('are made where somebody looks, and serve another process', async () => {
    const store = await recordedHistory();
    const folder = temporaryFolder();
    (await pastOf(store, { snapshotEvery: 50n }, folder).at(60n)).release();
    const past = pastOf(store, { snapshotEvery: 50n }, folder);
    expect(past.snapshots.list().map(({ position }) => position)).toEqual([50n]);
    expect(await digestAt(past, 70)).toBe(rebuilt(await recordedIn(store), 70));
  });

  it.each([
    ['is of another log', (file: string) => file],
    ['is damaged', (file: string) => writeFileSync(file, 'x'.repeat(10_000))],
    ['is empty', (file: string) => writeFileSync(file, '')],
  ])('are made anew where one %s', async (_, change) => {
    const folder = temporaryFolder();
    (await pastOf(await recordedHistory(), { snapshotEvery: 50n }, folder).at(60n)).release();
    change(join(folder, 'snapshots', '50.db'));
    const other = await retitled();
    expect(await digestAt(pastOf(other, { snapshotEvery: 50n }, folder), 70)).toBe(
      rebuilt(await recordedIn(other), 70),
    );
  });

  it('take no more room than they may, the last one aside', async () => {
    const store = await recordedHistory();
    const past = pastOf(store, { snapshotEvery: 20n, snapshotBytes: 1 });
    await past.snapshots.fill(80n);
    expect(past.snapshots.list().map(({ position }) => position)).toEqual([80n]);
  });

  it('write the rows of any position into a file that is somebody’s own, over what was there', async () => {
    const store = await recordedHistory();
    const folder = temporaryFolder();
    const past = pastOf(store, { snapshotEvery: 50n }, folder);
    for (const position of [77, 60]) {
      const file = join(folder, 'own.db');
      await past.snapshots.write(file, BigInt(position));
      const written = Generation.open(file, 1, publicProjections);
      expect([Number(written.position), written.digest()]).toEqual([
        position,
        rebuilt(await recordedIn(store), position),
      ]);
      written.close();
    }
    expect(past.snapshots.list().map(({ position }) => position)).toEqual([50n]);
  });

  it('leave nothing behind that was not finished', async () => {
    const store = await recordedHistory();
    const folder = temporaryFolder();
    const past = pastOf(store, { snapshotEvery: 20n }, folder);
    await past.snapshots.fill(20n);
    writeFileSync(join(folder, 'snapshots', '60.999999999.draft'), 'half of one');
    await past.snapshots.fill(60n);
    expect(readdirSync(join(folder, 'snapshots')).sort()).toEqual(['0.db', '20.db', '40.db', '60.db']);
  });
});
