import type { GatheringFact, NewsFact, VoteFact } from '@relais/digest';
import type { GatheringId, IssueId, When } from '@relais/vocabulary';
import type { TellableIssue } from '../telling/issue.js';

/** Numbers from 0 until 1 that are the same for the same seed (mulberry32). */
export const numbersFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const words = [
  ...['Assemblée', 'des', 'communs', '#132', 'à', 'l’heure', '«', 'Été', '»', '<b>', '&amp;', '"x"', "'y'", '*', '-'],
  ...['{{leave}}', '{{{answer}}}', '[[content]]', '🧵', 'Žluťoučký', 'ورشة', 'a\nb', 'c\r\n* d', '==', '--', '·', ':'],
  ...['Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz'.repeat(2), '\u00a0h\u00a0', '=====', '>'],
];
const cities = ['Lille', 'Roubaix', 'Gent', 'Brest', 'La Roche-sur-Yon'];

/** An issue of all that others may write, for a seed; issues of near seeds share facts. */
export const randomIssue = (seed: number): TellableIssue => {
  const next = numbersFrom(seed);
  const upTo = (most: number): number => Math.floor(next() * most);
  const one = <Value>(of: readonly [Value, ...Value[]] | readonly Value[]): Value => of[upTo(of.length)] as Value;
  const some = <Value>(most: number, make: () => Value): Value[] => Array.from({ length: upTo(most + 1) }, make);
  const text = (most = 8): string => [`T${upTo(1e6)}`, ...some(most, () => one(words))].join(' ');
  const day = (): string => `2026-${one(['11', '12'])}-${String(1 + upTo(30)).padStart(2, '0')}`;
  const instant = (): string => `${day()}T${String(upTo(24)).padStart(2, '0')}:${one(['00', '30'])}:00Z`;
  const when = (): When =>
    next() < 0.3
      ? { kind: 'all-day', from: '2026-11-20', until: one(['2026-11-20', '2026-12-02']) }
      : {
          ...{ kind: 'timed', starts: instant(), zone: one(['Europe/Paris', 'America/Montreal', 'UTC']) },
          ...(next() < 0.3 && { zoneAssumed: true }),
        };
  const themes = () => (next() < 0.5 ? {} : { themes: some(2, () => one(['logiciel', 'eau', 'terre'])) });
  const gathering = (): GatheringFact => ({
    ...{ gathering: `g${upTo(40)}` as GatheringId, city: one(cities), title: text(), ...themes() },
    ...(next() < 0.9 && { when: when() }),
    ...(next() < 0.7 && { place: { name: text(4), city: one(cities) } }),
    ...(next() < 0.2 && { cancelled: true }),
  });
  const news = (): NewsFact => ({
    ...{ title: text(), source: text(2), ...themes() },
    ...(next() < 0.8 && { link: one([`https://blog.example/${upTo(60)}?a=1&b={{leave}}`, 'javascript:alert(1)']) }),
    ...(next() < 0.5 && { published: instant() }),
  });
  const vote = (): VoteFact => ({ ...news(), ...(next() < 0.8 && { closes: instant() }) });
  const city = one(cities);
  return {
    issue: `info-${seed}-2026-11` as IssueId,
    date: '2026-11-15',
    content: {
      ...{ upcoming: some(12, gathering), announced: some(4, gathering), news: some(8, news) },
      ...{ votes: some(3, vote), minutes: some(3, news) },
    },
    ...{ assemblyName: text(3), city, listName: `Info ${city}`, publicUrl: 'https://relais.example' },
    ...{ cadence: one(['month', 'week', 'day', 'event', 'notice']), zone: 'Europe/Paris' },
  };
};
