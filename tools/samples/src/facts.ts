import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** A gathering as public pages document it; what they do not say is left out. */
export type GatheringFact = Readonly<{
  id: string;
  assembly: string;
  title: string;
  /** `YYYY-MM-DD`, local; so is `endDate`. */
  date?: string;
  endDate?: string;
  /** `HH:mm`, local; so is `end`. */
  start?: string;
  end?: string;
  allDay?: boolean;
  venue?: Readonly<{ name?: string; address?: string; postalCode?: string; city?: string; country?: string }>;
  page?: string;
  announcedOn?: readonly Readonly<{ platform: string; url: string; externalId?: string }>[];
}>;

export type PageFact = Readonly<{ title: string; url: string; revised?: string; site?: string }>;

const facts = (name: string): unknown => parse(readFileSync(join(import.meta.dirname, '..', 'facts', name), 'utf8'));

export const lilleGatherings = (facts('lille.yaml') as { gatherings: GatheringFact[] }).gatherings;
export const sisterGatherings = (facts('sister-cities.yaml') as { gatherings: GatheringFact[] }).gatherings;
export const pages = facts('news.yaml') as { wiki: PageFact[]; wordpress: PageFact[] };

/** The gatherings that were announced on a platform, each with that announcement. */
export const announcedOn = (platform: string): { fact: GatheringFact; url: string; externalId: string }[] =>
  lilleGatherings.flatMap((fact) =>
    (fact.announcedOn ?? []).flatMap(({ platform: on, url, externalId }) =>
      on === platform && externalId ? [{ fact, url, externalId }] : [],
    ),
  );
