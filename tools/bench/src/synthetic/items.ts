import type { HubEvent } from '@relais/catalogue';
import type { ItemKey } from '@relais/vocabulary';
import type { Chapter, DataOf } from './chapter.ts';
import type { City } from './city.ts';
import { summary, title } from './prose.ts';
import type { Random } from './random.ts';

/** A published item of about 600 bytes, as `source.item-published` and `-revised` hold it. */
export type Item = DataOf<'source.item-revised'>;

const published = (random: Random, city: City, kind: 'gathering' | 'news', at: string): Item => {
  const number = ++city.items;
  const link = `https://${city.assembly}.example/${kind}/${number}`;
  const starts = new Date(Date.parse(at) + (5 + random.below(60)) * 86_400_000).toISOString();
  return {
    source: random.of(city.sources),
    assembly: city.assembly,
    item: link as ItemKey,
    hash: random.hex(64),
    fields: {
      ...{ kind, title: title(random, number), link, published: at },
      summary: summary(random, kind === 'news' ? 260 : 100),
      ...(kind === 'gathering' && { when: { kind: 'timed', starts, zone: 'Europe/Paris' }, place: city.place }),
    },
  };
};

/** What the sources of a city show new and changed in a month; half of it announces gatherings. */
export const monthOfItems = (random: Random, city: City, at: string): { items: Item[]; chapters: Chapter[] } => {
  const items = Array.from({ length: 24 }, (_, n) => published(random, city, n % 2 === 0 ? 'gathering' : 'news', at));
  const chapters = city.sources.map((source): Chapter => {
    const shown = items.filter((item) => item.source === source);
    const revised = shown.filter(() => random.chance(0.1));
    return {
      stream: `source-${source}`,
      events: [
        ...shown.map((data): HubEvent => ({ type: 'source.item-published', data })),
        ...revised.map((data): HubEvent => ({ type: 'source.item-revised', data: { ...data, hash: random.hex(64) } })),
        ...(random.chance(0.03) ? failure(random, city, source) : []),
      ],
    };
  });
  return { items, chapters };
};

const failure = (random: Random, { assembly }: City, source: Item['source']): HubEvent[] => {
  const detail = `HTTP ${random.of([404, 500, 502, 503])}`;
  return [
    { type: 'source.failed', data: { source, assembly, reason: { code: 'http-status', detail } } },
    { type: 'source.recovered', data: { source, assembly } },
  ];
};
