import type { HubEvent } from '@relais/catalogue';
import type { GatheringId } from '@relais/vocabulary';
import type { Chapter, DataOf } from './chapter.ts';
import type { City } from './city.ts';
import type { Item } from './items.ts';
import type { Random } from './random.ts';

type Said = DataOf<'gathering.announcement-attached'>;

const recognised = (random: Random, city: City, { source, item, fields }: Item): DataOf<'gathering.recognised'> => {
  const { title, when, place, summary } = fields;
  return {
    gathering: `${++city.gatherings}-${random.hex(10)}` as GatheringId,
    assembly: city.assembly,
    title,
    ...(when && { when }),
    ...(place && { place }),
    ...(summary && { summary }),
    basis: { source, item },
  };
};

const attached = (gathering: GatheringId, { source, item, assembly, fields }: Item, first: boolean): Said => {
  const { title, link, when, place, published } = fields;
  return {
    ...{ gathering, assembly, announcement: { source, item } },
    says: {
      title,
      ...(link && { link }),
      ...(when && { when }),
      ...(place && { place }),
      ...(published && { published }),
    },
    ...(first
      ? { score: 1, reasons: [{ rule: 'first', detail: item }], by: 'rule' }
      : { score: 0.86, reasons: [{ rule: 'time-and-place', detail: `${title}, ${place?.name}` }], by: 'rule' }),
  };
};

/** What may still come of a gathering: a change, a cancellation, a withdrawal. */
const later = (random: Random, city: City, { gathering, announcement, says }: Said): HubEvent[] => {
  const basis = announcement;
  const revised = (change: Partial<Said['says']>): HubEvent => ({
    type: 'gathering.announcement-revised',
    data: { gathering, announcement, says: { ...says, ...change } },
  });
  const title = `${says.title} (complet)`;
  const place = { ...city.place, name: 'Salle des fêtes' };
  const events: HubEvent[] = [];
  if (random.chance(0.08))
    events.push(revised({ title }), { type: 'gathering.retitled', data: { gathering, title, basis } });
  if (random.chance(0.06))
    events.push(revised({ place }), { type: 'gathering.relocated', data: { gathering, place, basis } });
  if (random.chance(0.03))
    events.push(revised({ cancelled: true }), { type: 'gathering.cancelled', data: { gathering, basis } });
  if (random.chance(0.02))
    events.push({ type: 'gathering.announcement-detached', data: { gathering, announcement, reason: 'withdrawn' } });
  return events;
};

/** What the gatherings of a month come to be: of eight announcements five are the first of theirs. */
export const monthOfGatherings = (random: Random, city: City, items: readonly Item[]): Chapter[] => {
  const chapters: { stream: string; events: HubEvent[] }[] = [];
  for (const item of items.filter(({ fields }) => fields.kind === 'gathering')) {
    const known = chapters.at(-1)?.events[0];
    if (known?.type === 'gathering.recognised' && random.chance(3 / 8)) {
      const again = attached(known.data.gathering, item, false);
      chapters.push({
        stream: chapters.at(-1)?.stream ?? '',
        events: [{ type: 'gathering.announcement-attached', data: again }],
      });
      continue;
    }
    const data = recognised(random, city, item);
    const said = attached(data.gathering, item, true);
    const events: HubEvent[] = [
      { type: 'gathering.recognised', data },
      { type: 'gathering.announcement-attached', data: said },
      ...later(random, city, said),
    ];
    chapters.push({ stream: `gathering-${data.gathering}`, events });
  }
  return chapters;
};
