import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** A gathering as public pages document it; what they do not say is left out. */
export type GatheringFact = Readonly<{
  id: string;
  title: string;
  /** `YYYY-MM-DD`, local; so is `endDate`. */
  date?: string;
  endDate?: string;
  /** `HH:mm`, local; so is `end`. */
  start?: string;
  end?: string;
  allDay?: boolean;
  /** Europe/Paris, where it is not said. */
  zone?: string;
  venue?: Readonly<{ name?: string; address?: string; postalCode?: string; city?: string; country?: string }>;
  headcount?: number;
  workshops?: readonly string[];
  page?: string;
  seeAlso?: readonly string[];
  announcedOn?: readonly Readonly<{ platform: string; url: string; externalId?: string; createdAt?: string }>[];
}>;

/** A page that is no announcement. `revised` is a local time, `published` a day. */
export type PageFact = Readonly<{ title: string; url: string; revised?: string; published?: string; site?: string }>;

const facts = (name: string): unknown => parse(readFileSync(join(import.meta.dirname, '..', 'facts', name), 'utf8'));

export const lilleGatherings = (facts('lille.yaml') as { gatherings: readonly GatheringFact[] }).gatherings;
export const sisterGatherings = (
  facts('sister-cities.yaml') as { gatherings: readonly (GatheringFact & { assembly: string })[] }
).gatherings;
export const pages = facts('news.yaml') as Record<'wiki' | 'wordpress' | 'spip', readonly PageFact[]>;

/** Every sample says that it is one. */
export const said = 'Exemple fait à partir de faits publics ; ce document ne vient pas de la plateforme.';

/** When the samples were written down: the facts themselves do not say when a document was made. */
export const madeAt = '2026-11-24T00:00:00Z';

/** The gatherings that were announced on a platform, each with that announcement. */
export const announcedOn = (platform: string): { fact: GatheringFact; url: string; externalId: string }[] =>
  lilleGatherings.flatMap((fact) =>
    (fact.announcedOn ?? []).flatMap(({ platform: on, url, externalId }) =>
      on === platform && externalId ? [{ fact, url, externalId }] : [],
    ),
  );

/** Days where only days are known, or several of them; otherwise local times. Nothing for what is undated. */
export const timesOf = ({ date, endDate, start, end }: GatheringFact) => {
  if (date === undefined) return undefined;
  if (start === undefined || endDate !== undefined) return { from: date, until: endDate ?? date };
  return { starts: `${date}T${start}`, ...(end && { ends: `${date}T${end}` }) };
};

/** What else is known, in a line of our own words. */
export const textOf = ({ headcount, workshops = [], start, endDate, seeAlso = [] }: GatheringFact): string =>
  [
    ...(endDate && start ? [`Début le premier jour à ${start}.`] : []),
    ...(workshops.length > 0 ? [`Ateliers : ${workshops.join(' ; ')}.`] : []),
    ...(headcount ? [`Participant·es : ${headcount}.`] : []),
    ...(seeAlso.length > 0 ? [`Annoncé aussi : ${seeAlso.join(' ')}`] : []),
  ].join(' ');
