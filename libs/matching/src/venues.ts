import type { Place } from '@relais/vocabulary';
import { cityName } from './city.js';
import { folded } from './text.js';

/** A house as a deployment knows it: all its names count as one, within its city only. */
export type Venue = Readonly<{ city: string; names: readonly string[] }>;

/** The houses that a deployment knows, by city and name. */
export class Venues {
  readonly #byName = new Map<string, Venue>();

  constructor(venues: readonly Venue[] = []) {
    for (const venue of venues) for (const name of venue.names) this.#byName.set(keyOf(venue.city, name), venue);
  }

  /** Which house a place names; undefined where its city is not said: a name alone may stand in any. */
  of({ name, city }: Place): Venue | undefined {
    return name && city ? this.#byName.get(keyOf(city, name)) : undefined;
  }
}

const keyOf = (city: string, name: string): string => `${cityName(city)} | ${folded(name)}`;

/** For who knows no house. */
export const noVenues = new Venues();
