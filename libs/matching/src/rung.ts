import type { MatchReason } from '@relais/gathering';
import type { Place, SourceId } from '@relais/vocabulary';
import { cityName } from './city.js';
import type { ExpectedDays } from './expected-days.js';
import type { Described, KnownGathering } from './known-gathering.js';
import { folded } from './text.js';
import { compareTitles, type TitleRelation } from './title.js';
import type { Venues } from './venues.js';

/** How sure a match is, from 0 to 1, and what it rests on. */
export type Match = Readonly<{ score: number; reasons: readonly MatchReason[] }>;

export type Item = Described & Readonly<{ source: SourceId }>;
/** What is known beside the two that are compared. */
export type Knowing = Readonly<{ venues: Venues; expected: ExpectedDays }>;
/** One way of knowing that an item speaks of a gathering; undefined where it cannot tell. */
export type Rung = (item: Item, known: KnownGathering, knowing: Knowing) => Match | undefined;

export const because = (score: number, rule: MatchReason['rule'], detail: string): Match => ({
  score,
  reasons: [{ rule, detail }],
});

/** What titles may say of the place, folded: the city and the house, by all their names. */
export const whereabouts = (places: readonly (Place | undefined)[], venues: Venues): string[] =>
  places.flatMap((place) => {
    if (place === undefined) return [];
    const { name = '', city = '' } = place;
    return [...(venues.of(place)?.names ?? []), name, city, cityName(city)]
      .map(folded)
      .filter((phrase) => phrase !== '');
  });

export const titles = (
  item: Described,
  known: Described,
  venues: Venues,
  cities: readonly string[] = [],
): TitleRelation =>
  compareTitles(item.title, known.title, [...whereabouts([item.place, known.place], venues), ...cities]);
