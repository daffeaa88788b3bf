import { join } from 'node:path';
import { SqliteEventStore } from '@relais/event-store';
import {
  agenda,
  assemblies,
  gatherings,
  Generations,
  GatheringsThen,
  PastViews,
  Projector,
  sources,
  SqliteReadModels,
  type ReadModels,
} from '@relais/read-models';
import type { Benchmark } from '../benchmark.ts';
import { measured } from '../measured.ts';
import { percentile } from '../statistics.ts';
import { Random } from '../synthetic/random.ts';
import { writeSyntheticLog } from '../synthetic/synthetic-log.ts';
import { inTemporaryFolder } from '../temporary-folder.ts';

/** In fewer events there may be no gathering to look at. */
const least = 1_000;

const p95 = (values: readonly number[]): number => percentile(values, 0.95);

/** What the page of one gathering asks of rows. */
const onePage = (models: ReadModels, gathering: string): void => {
  const row = models.get(gatherings, gathering);
  models.get(assemblies, row?.assembly ?? '');
  models.find(sources, { where: { assembly: row?.assembly ?? '' } });
};

/** What the agenda of a city asks of rows: fifty gatherings from a day on, and on which of them the sources disagree. */
const listPage = (models: ReadModels, assembly: string, day: string): void => {
  const found = models.find(agenda, { where: { assembly }, from: { day }, order: ['starts', 'ascending'], limit: 51 });
  for (const { key } of found) models.get(gatherings, key);
  models.find(assemblies, { order: ['city', 'ascending'] });
  models.find(sources);
};

const timed = async (work: () => void | Promise<void>): Promise<number> => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};

/** Some gatherings from all over the log, and where each was recognised. */
const someGatherings = async (store: SqliteEventStore, positions: readonly bigint[]) => {
  const found: { gathering: string; position: bigint }[] = [];
  for (const position of positions)
    for await (const [event] of store.readAll(position, { types: ['gathering.recognised'] })) {
      if (event) found.push({ gathering: (event.data as { gathering: string }).gathering, position: event.position });
      break;
    }
  return found;
};

export const asOf: Benchmark = {
  name: 'as-of',
  counts: 'events',
  usual: { rounds: 24, each: 1_000_000 },
  measure: ({ rounds, each: asked }) =>
    inTemporaryFolder(async (folder) => {
      const each = Math.max(asked, least);
      const log = join(folder, 'log.db');
      await writeSyntheticLog(log, each);
      const store = SqliteEventStore.open(log);
      const generations = new Generations(join(folder, 'read-models'));
      const projector = new Projector(store, generations);
      await projector.open();
      const present = new SqliteReadModels(generations);
      const random = new Random(22);
      const some = (count: number): bigint[] =>
        Array.from({ length: count }, () => BigInt(1 + random.below(each))).sort((a, b) => Number(a - b));

      const one = { ours: [] as number[], other: [] as number[] };
      const then = new GatheringsThen(store);
      for (const { gathering, position } of await someGatherings(store, some(40))) {
        const until = position + BigInt(random.below(each - Number(position) + 1));
        one.ours.push(await timed(async () => onePage(await then.at(gathering, until), gathering)));
        one.other.push(await timed(() => onePage(present, gathering)));
      }

      const list = { ours: [] as number[], other: [] as number[] };
      const past = new PastViews(store, join(folder, 'as-of'), { views: 1 });
      for (const position of some(rounds)) {
        // Somebody looked near it before: the snapshot is there, the view is not.
        await past.snapshots.for(position);
        const city = `ville-${1 + random.below(40)}`;
        for await (const [event] of store.readAll(position - 1n)) {
          const day = event?.recordedAt.slice(0, 10) ?? '';
          list.ours.push(
            await timed(async () => {
              const view = await past.at(position);
              listPage(view.models, city, day);
              view.release();
            }),
          );
          list.other.push(await timed(() => listPage(present, city, day)));
          break;
        }
      }
      past.close();
      present.close();
      projector.close();
      await store.close();
      const conditions = { events: each, ceiling: 'the same asked of the rows that are shown now' };
      return [
        measured({
          ...{ name: 'as-of', unit: 'ms (p95)', beside: 'ceiling', ...one, by: p95 },
          conditions: {
            ...conditions,
            rounds: one.ours.length,
            figure:
              'the page of one gathering at a place of the log at random: folded of its own stream, nothing kept of it',
          },
        }),
        measured({
          ...{ name: 'as-of-list', unit: 'ms (p95)', beside: 'ceiling', ...list, by: p95 },
          conditions: {
            ...conditions,
            ...{ rounds: list.ours.length, 'snapshot each': 25_000 },
            figure:
              'the agenda of a city at a place of the log at random: on the snapshot before it, with all that came since laid over',
          },
        }),
      ];
    }),
};
