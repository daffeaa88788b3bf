import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { lilleGatherings, pages, sisterGatherings } from './facts.ts';

const shared = join(import.meta.dirname, '../../../../shared/lille');
const agrees = existsSync(shared) ? it : it.skip;
const text = (name: string): string => readFileSync(join(shared, `${name}.yaml`), 'utf8');

type Venue = Record<string, string | null> | null;
type Gathering = Record<'id' | 'title' | 'date' | 'endDate' | 'start' | 'end', string | null> & {
  allDay: boolean | null;
  headcount: number | null;
  venue: Venue;
  announcedOn: { platform: string; url: string; externalId: string | null }[];
};
type Assembly = { id: string; gatherings: { date: string; start: string | null; venue: string | null }[] };
const known = (): Gathering[] => {
  const { gatherings, other } = parse(text('gatherings')) as { gatherings: Gathering[]; other: Gathering[] };
  return [...gatherings, ...other];
};
const stated = (value: Venue): Venue | undefined =>
  value === null ? undefined : Object.fromEntries(Object.entries(value).filter(([, part]) => part !== null));

describe('the facts of the samples', () => {
  agrees('are those of the gatherings of Lille (needs ../shared)', () => {
    const facts = lilleGatherings.map(({ id, title, date, endDate, start, end, allDay, headcount, venue }) => ({
      ...{ id, title, date, endDate, start, end, allDay, headcount, venue },
    }));
    const ids = new Set(facts.map(({ id }) => id));
    const expected = known()
      .filter(({ id }) => ids.has(id ?? ''))
      .map(({ id, title, date, endDate, start, end, allDay, headcount, venue }) => ({
        id,
        title,
        date: date ?? undefined,
        endDate: endDate ?? undefined,
        start: start ?? undefined,
        end: end ?? undefined,
        allDay: allDay ?? undefined,
        headcount: headcount ?? undefined,
        venue: stated(venue),
      }));
    expect(expected).toHaveLength(facts.length);
    expect(facts).toEqual(expected);
  });

  agrees('have every highlight of the report that is known by itself (needs ../shared)', () => {
    const { gatherings } = parse(text('gatherings')) as { gatherings: Gathering[] };
    const ids = lilleGatherings.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(gatherings.map(({ id }) => id)));
  });

  agrees('have every announcement, with its id (needs ../shared)', () => {
    const announcements = (id: string) => known().find((one) => one.id === id)?.announcedOn ?? [];
    for (const { id, announcedOn = [] } of lilleGatherings)
      expect(announcedOn.map(({ platform, url, externalId = null }) => ({ platform, url, externalId }))).toEqual(
        announcements(id).map(({ platform, url, externalId }) => ({ platform, url, externalId })),
      );
  });

  agrees('are those of the sister cities (needs ../shared)', () => {
    const assemblies = (parse(text('assemblies')) as { assemblies: Assembly[] }).assemblies;
    const names: Record<string, string[]> = { gent: ['gand'], marseille: ['national-fr'] };
    const meetings = (city: string) =>
      assemblies.filter(({ id }) => (names[city] ?? [city]).includes(id)).flatMap(({ gatherings }) => gatherings);
    const festivals = known().filter(({ id }) => id === 'brest-en-communs-2017');
    for (const { assembly, date, endDate, start, venue } of sisterGatherings) {
      const festival = festivals.find((one) => one.date === date && one.endDate === endDate);
      const meeting = meetings(assembly).find((one) => one.date === date);
      expect([date, (festival ?? meeting)?.start ?? undefined]).toEqual([date, start]);
      expect(festival ? undefined : (meeting?.venue ?? undefined)).toBe(festival ? undefined : venue?.name);
      expect(festival ?? meeting).toBeDefined();
    }
    const dated = ['brest', 'rennes', 'toulouse', 'grenoble', 'marseille', 'gent'].flatMap((city) =>
      meetings(city).flatMap(({ date }) => (date ? [`${city} ${date}`] : [])),
    );
    expect(sisterGatherings.map(({ assembly, date }) => `${assembly} ${date}`)).toEqual(expect.arrayContaining(dated));
  });

  agrees('name no address that is not known (needs ../shared)', () => {
    const all = ['gatherings', 'assemblies', 'platforms', 'documents'].map(text).join('\n').replace(/\n\s+/g, ' ');
    const addresses = [
      ...[...lilleGatherings, ...sisterGatherings].flatMap(({ page, seeAlso = [], announcedOn = [] }) => [
        ...(page ? [page] : []),
        ...seeAlso,
        ...announcedOn.map(({ url }) => url),
      ]),
      ...Object.values(pages).flatMap((list) => list.map(({ url }) => url)),
    ];
    expect(addresses.length).toBeGreaterThan(50);
    expect(addresses.filter((url) => !all.includes(url))).toEqual([]);
  });

  agrees('have every cross-post of Lille, Brest, Rennes and Marseille (needs ../shared)', () => {
    const { crossPosts } = parse(text('platforms')) as { crossPosts: { gathering: string; urls: string[] }[] };
    const wanted = crossPosts.filter(({ gathering }) => /construire|brest|rennes|marseille/.test(gathering));
    const groups = [...lilleGatherings, ...sisterGatherings].map(({ page, seeAlso = [], announcedOn = [] }) => [
      page,
      ...seeAlso,
      ...announcedOn.map(({ url }) => url),
    ]);
    expect(wanted).toHaveLength(7);
    expect(wanted.filter(({ urls }) => !groups.some((group) => urls.every((url) => group.includes(url))))).toEqual([]);
  });
});
