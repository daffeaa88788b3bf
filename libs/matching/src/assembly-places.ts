import type { HubEvent } from '@relais/catalogue';
import type { EventOf } from '@relais/event-sourcing';
import type { AssemblyId, Place } from '@relais/vocabulary';
import { cityName } from './city.js';
import { metres } from './distance.js';

type Founded = EventOf<HubEvent, 'assembly.founded'>['data'];
type Profile = Founded['profile'];

/** An assembly meets in its city or in a town nearby, in metres; what its sources tell of from further away is another's. */
const farAway = 60_000;

/** Where assemblies are at home. */
export class AssemblyPlaces {
  readonly #profiles = new Map<AssemblyId, Profile>();

  put({ assembly, profile }: Founded): void {
    this.#profiles.set(assembly, profile);
  }

  cityOf(assembly: AssemblyId): string | undefined {
    return this.#profiles.get(assembly)?.city;
  }

  /** Whether a place is at home with another assembly, or far away. */
  isElsewhere(assembly: AssemblyId, place: Place | undefined): boolean {
    const home = this.#profiles.get(assembly);
    if (home === undefined || place === undefined) return false;
    const city = cityName(place.city ?? '');
    const isNamed = (profile: Profile): boolean => cityName(profile.city) === city;
    if (isNamed(home)) return false;
    if ([...this.#profiles.values()].some(isNamed)) return true;
    if (place.country !== undefined && place.country !== home.country) return true;
    return (metres(home, place) ?? 0) > farAway;
  }
}
