import type { HubEvent } from '@relais/catalogue';
import { SqliteEventStore } from '@relais/event-store';
import type { Chapter } from './chapter.ts';
import { City } from './city.ts';
import { monthOfGatherings } from './gatherings.ts';
import { monthOfItems } from './items.ts';
import { monthOfLetters, monthOfSubscriptions } from './letters.ts';
import { Random } from './random.ts';

const cities = 40;
const firstMonth = Date.UTC(2015, 10, 1, 8);
const monthAfter = (months: number): string => {
  const at = new Date(firstMonth);
  at.setUTCMonth(at.getUTCMonth() + months);
  return at.toISOString();
};

const founding = (city: City): Chapter[] => [
  {
    stream: city.stream('assembly'),
    events: [
      {
        type: 'assembly.founded',
        data: {
          assembly: city.assembly,
          profile: {
            name: `Assemblée ${city.number}`,
            city: `Ville ${city.number}`,
            country: 'FR',
            zone: 'Europe/Paris',
          },
        },
      },
      ...city.sources.map((source): HubEvent => ({
        type: 'assembly.source-added',
        data: {
          assembly: city.assembly,
          source: { source, title: source, url: `https://${source}.example/feed`, platform: 'wordpress' },
        },
      })),
    ],
  },
  {
    stream: city.stream('list'),
    events: [{ type: 'list.opened', data: { list: city.list, assembly: city.assembly, name: 'Info', kind: 'info' } }],
  },
  ...city.sources.map((source) => ({
    stream: `source-${source}`,
    events: [{ type: 'source.first-read' as const, data: { source, assembly: city.assembly, items: 0 } }],
  })),
];

/** The history of forty made-up cities, month after month without end, the same for the same seed. */
export function* syntheticHistory(seed = 2015): Generator<Readonly<{ at: string; chapters: readonly Chapter[] }>> {
  const random = new Random(seed);
  const all = Array.from({ length: cities }, (_, n) => new City(n + 1));
  yield { at: monthAfter(0), chapters: all.flatMap(founding) };
  for (let month = 1; ; month++) {
    const at = monthAfter(month);
    for (const city of all) {
      const { items, chapters } = monthOfItems(random, city, at);
      yield {
        at,
        chapters: [
          ...chapters,
          ...monthOfGatherings(random, city, items),
          ...monthOfSubscriptions(random, city),
          ...monthOfLetters(random, city, items, at),
        ],
      };
    }
  }
}

/** Writes a log of exactly so many events, through the store as they would be recorded. */
export const writeSyntheticLog = async (file: string, count: number): Promise<void> => {
  let now = '';
  const store = SqliteEventStore.open(file, { now: () => now });
  let left = count;
  for (const { at, chapters } of syntheticHistory()) {
    now = at;
    const batch: Promise<unknown>[] = [];
    for (const { stream, events } of chapters) {
      if (left === 0) break;
      // Appended together, they share a commit, in this order.
      batch.push(store.append(stream, events.slice(0, left), 'any'));
      left -= Math.min(left, events.length);
    }
    await Promise.all(batch);
    if (left === 0) return store.close();
  }
};
