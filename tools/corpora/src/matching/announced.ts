import type { ItemFields } from '@relais/source';
import { instantOf, type AssemblyId, type SourceId, type When } from '@relais/vocabulary';
import type { Chance } from './chance.ts';
import type { Occasion } from './occasions.ts';
import type { Language, Town, Venue } from './towns.ts';

/** An item as one source shows it. */
export type Announced = Readonly<{ source: SourceId; assembly: AssemblyId; fields: ItemFields }>;

/** What really takes place, before anybody announces it. */
export type Fact = Readonly<{
  town: Town;
  venue: Venue;
  occasion: Occasion;
  language: Language;
  title: string;
  /** `YYYY-MM-DD` and `HH:MM`, by the clock of the town. */
  date: string;
  time: string;
  minutes: number;
}>;

/** What may be drawn from. */
export type World = Readonly<{ towns: readonly Town[]; occasions: readonly Occasion[] }>;

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** The last Sundays of March and October are among the days. */
const dateIn = (chance: Chance): string => {
  if (chance.draw() < 0.1) return chance.among(['2026-03-29', '2026-10-25', '2027-03-28', '2026-03-28', '2026-10-24']);
  return `${chance.whole(2025, 2027)}-${twoDigits(chance.whole(1, 12))}-${twoDigits(chance.whole(1, 28))}`;
};

export const someFact = (chance: Chance, { towns, occasions }: World): Fact => {
  const town = chance.among(towns);
  const language = chance.among(town.languages);
  const occasion = chance.among(occasions);
  return {
    ...{ town, language, occasion, title: occasion[language], venue: chance.among(town.venues), date: dateIn(chance) },
    time: `${twoDigits(chance.whole(9, 20))}:${chance.among(['00', '30', '00', '15'])}`,
    minutes: chance.among([60, 90, 120, 180]),
  };
};

export const plusMinutes = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString().replace('.000', '');

/** As most write it: a start, in the town's zone. */
export const timed = ({ date, time, minutes, town }: Fact, chance: Chance): When => {
  const starts = instantOf(`${date}T${time}`, town.zone);
  return { kind: 'timed', starts, zone: town.zone, ...(chance.draw() < 0.4 && { ends: plusMinutes(starts, minutes) }) };
};

export const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');

const hosts = ['demosphere', 'mobilizon', 'agenda', 'wordpress', 'facebook', 'openagenda', 'wiki'];

/** Two sources of one assembly. */
export const twoSources = (chance: Chance): [SourceId, SourceId] => chance.two(hosts) as [SourceId, SourceId];

/** An address of its own on its source's site. */
export const linkOf = (source: string, { town, title }: Fact, chance: Chance): string =>
  `https://${source}.${slug(town.name)}.example/${chance.among(['rv', 'events', 'e'])}/${chance.whole(1000, 999_999)}-${slug(title).slice(0, 20)}`;

/** As it is announced when nothing is odd: by name and address of the house. */
export const announced = (fact: Fact, source: SourceId, chance: Chance, said: Partial<ItemFields> = {}): Announced => {
  const { title, venue, town } = fact;
  const place = { name: venue.names[0], address: `${venue.number} ${venue.street}`, city: town.name };
  const fields: ItemFields = {
    kind: 'gathering',
    title,
    link: linkOf(source, fact, chance),
    when: timed(fact, chance),
    place,
    ...said,
  };
  return { source, assembly: slug(town.name) as AssemblyId, fields };
};
