import type { HubEvent } from '@relais/catalogue';
import {
  occurrenceOn,
  plannedDays,
  rhythmEventTypes,
  type Occurrence,
  type Plan,
  type RhythmEvent,
} from '@relais/rhythm';
import { daysOf, localTime, type AssemblyId, type LocalDate, type RhythmId, type When } from '@relais/vocabulary';
import { AssemblyPlaces } from './assembly-places.js';
import type { Described } from './known-gathering.js';
import { doors } from './moments.js';
import { folded } from './text.js';
import { compareTitles } from './title.js';

/** An expected day that an announcement speaks of. */
export type SpokenOf = Readonly<{
  occurrence: Occurrence;
  plan: Plan;
  /** It says the hour that is expected, another one of the turn (people swap noon and evening), or none. */
  at: 'its hour' | 'another hour of the turn' | 'no hour';
  /** Its title says what the plan's says, or more, or less. */
  title: 'the same' | 'more' | 'less';
  /** Cities that titles may name and mean no more by it. */
  cities: readonly string[];
}>;

type Rhythm = {
  readonly assembly: AssemblyId;
  readonly plan: Plan;
  readonly skipped: ReadonlySet<LocalDate>;
  /** As far as it was worked out: which days, and the how manieth each is. */
  readonly numbers: Map<LocalDate, number>;
  readonly ahead: Iterator<LocalDate, void>;
  latest: LocalDate;
};

const isOfRhythm = (event: HubEvent): event is RhythmEvent => Object.hasOwn(rhythmEventTypes, event.type);

/** Which day of the plan it is, from 1; undefined for a day that it does not name. Worked out no further than asked for. */
const numberOf = (rhythm: Rhythm, date: LocalDate): number | undefined => {
  while (rhythm.latest < date) {
    const next = rhythm.ahead.next();
    rhythm.latest = next.done ? '9999-12-31' : next.value;
    if (!next.done) rhythm.numbers.set(next.value, rhythm.numbers.size + 1);
  }
  return rhythm.skipped.has(date) ? undefined : rhythm.numbers.get(date);
};

/** Where the plan is, not where the source is; whole days count where they are one. */
const dayOf = (when: When, { zone }: Plan): LocalDate | undefined => {
  if (when.kind === 'timed') return localTime(when.starts, zone).date;
  const { from, until } = daysOf(when);
  return from === until ? from : undefined;
};

const hourOf = (when: When, plan: Plan, occurrence: Occurrence): SpokenOf['at'] | undefined => {
  if (when.kind === 'all-day') return 'no hour';
  const isAt = (starts: string): boolean => Math.abs(Date.parse(when.starts) - Date.parse(starts)) <= doors;
  if (isAt(occurrence.starts)) return 'its hour';
  const turn = plan.times.map((_, index) => occurrenceOn(occurrence.rhythm, plan, occurrence.date, index + 1));
  return turn.some(({ starts }) => isAt(starts)) ? 'another hour of the turn' : undefined;
};

/** How a title is the plan's; undefined for another title. */
const titleOf = (title: string, plan: Plan, cities: readonly string[]): SpokenOf['title'] | undefined => {
  const { alike, holds, adds } = compareTitles(title, plan.title, cities);
  if (adds === 'nothing' && (alike >= 0.6 || holds))
    return compareTitles(plan.title, title, cities).adds === 'nothing' ? 'the same' : 'less';
  const isNamed = ` ${folded(title)} `.includes(` ${folded(plan.title)} `);
  return isNamed && adds === 'something' ? 'more' : undefined;
};

/** The days on which rhythms expect assemblies to meet, as the log sets, skips and ends them; nothing of the past is decided anew. */
export class ExpectedDays {
  readonly #rhythms = new Map<RhythmId, Rhythm>();
  readonly #places = new AssemblyPlaces();

  evolve(event: HubEvent): void {
    if (event.type === 'assembly.founded' || event.type === 'assembly.described') this.#places.put(event.data);
    if (isOfRhythm(event)) this.#change(event);
  }

  /** What an announcement of this title, day, hour and place speaks of; undefined for whatever else an assembly does on that day. */
  spokenOf(said: Described): SpokenOf | undefined {
    const { when, assembly, place } = said;
    if (when === undefined || this.#rhythms.size === 0) return undefined;
    for (const [id, rhythm] of this.#rhythms) {
      if (rhythm.assembly !== assembly) continue;
      const { plan } = rhythm;
      const date = dayOf(when, plan);
      const number = date === undefined ? undefined : numberOf(rhythm, date);
      if (date === undefined || number === undefined || this.#places.isElsewhere(assembly, place)) continue;
      const occurrence = occurrenceOn(id, plan, date, number);
      const at = hourOf(when, plan, occurrence);
      const cities = this.#citiesOf(said, plan);
      const title = at && titleOf(said.title, plan, cities);
      // What is before or beside the meeting often bears its name: « préparation de l’assemblée ».
      if (at && title && (title === 'the same' || at === 'its hour')) return { occurrence, plan, at, title, cities };
    }
    return undefined;
  }

  #citiesOf({ assembly, place }: Described, plan: Plan): string[] {
    return [this.#places.cityOf(assembly), plan.place?.city, place?.city].flatMap((city) =>
      city ? [folded(city)] : [],
    );
  }

  #change({ type, data }: RhythmEvent): void {
    const { rhythm, assembly } = data;
    const known = this.#rhythms.get(rhythm);
    const { skipped = new Set<LocalDate>() } = known ?? {};
    switch (type) {
      case 'rhythm.set': {
        const { plan } = data;
        const begun = { numbers: new Map<LocalDate, number>(), ahead: plannedDays(plan), latest: '' };
        this.#rhythms.set(rhythm, { assembly, plan, skipped, ...begun });
        break;
      }
      case 'rhythm.occurrence-skipped':
        if (known) this.#rhythms.set(rhythm, { ...known, skipped: new Set(skipped).add(data.date) });
        break;
      case 'rhythm.occurrence-restored':
        if (known) this.#rhythms.set(rhythm, { ...known, skipped: skipped.difference(new Set([data.date])) });
        break;
      case 'rhythm.ended':
        // Another assembly may have taken it over.
        if (known?.assembly === assembly) this.#rhythms.delete(rhythm);
        break;
    }
  }
}
