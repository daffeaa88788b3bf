import { daysOf, type Place, type When } from '@relais/vocabulary';
import { byOccurrence } from './by-occurrence.js';
import { cityName } from './city.js';
import { ExpectedDays } from './expected-days.js';
import type { KnownGathering } from './known-gathering.js';
import { apart, daysAgree, doors, momentSaid, timesAgree } from './moments.js';
import { comparePlaces } from './place.js';
import { because, titles, type Item, type Match, type Rung } from './rung.js';
import { noVenues, type Venues } from './venues.js';

const shared = (one: readonly string[], other: readonly string[]): string | undefined =>
  one.find((value) => other.includes(value));

const byAlias: Rung = (item, known) => {
  const alias = shared(item.aliases, known.aliases);
  return alias === undefined ? undefined : because(1, 'alias', alias);
};

/** A source says each thing once; it said one twice (under a new id, or by mistake) only if nothing about it differs. */
const saidTwice = (item: Item, known: KnownGathering, venues: Venues): boolean =>
  titles(item, known, venues).alike >= 0.6 &&
  (item.when && known.when ? timesAgree(item.when, known.when) : item.when === known.when) &&
  comparePlaces(item.place, known.place, venues) !== 'different';

/** An address may stand for a series or for all that a site has to tell: the days must agree where both are known. */
const byLink: Rung = (item, known, { venues }) => {
  const url = shared(item.urls, known.urls);
  if (url === undefined || !daysAgree(item.when, known.when)) return undefined;
  return known.sources.has(item.source) && !saidTwice(item, known, venues) ? undefined : because(0.98, 'link', url);
};

const inTwoCities = (one: Place | undefined, other: Place | undefined): boolean =>
  one?.city !== undefined && other?.city !== undefined && cityName(one.city) !== cityName(other.city);

/** A link alone may lead to last month's meeting, or to what else is on that day: days, and titles or times, must agree. */
const byMention: Rung = (item, known, { venues }) => {
  const url = shared(item.mentions, known.urls) ?? shared(item.urls, known.mentions);
  if (url === undefined || !daysAgree(item.when, known.when) || known.sources.has(item.source)) return undefined;
  const { alike, atOdds } = titles(item, known, venues);
  const elsewhere = comparePlaces(item.place, known.place, venues) === 'different';
  if (elsewhere && inTwoCities(item.place, known.place)) return undefined;
  const bothSay = item.when !== undefined && known.when !== undefined;
  const atOnce = bothSay && timesAgree(item.when, known.when);
  const needed = elsewhere && bothSay && !atOnce ? 0.8 : 0.3;
  const meets = (alike >= needed && !atOdds) || (atOnce && !elsewhere);
  return meets ? because(0.9, 'mention', url) : undefined;
};

/** As one whole day and another, or an hour of it: the days of a festival are not the hour of one of its parts. */
const spanAgrees = (one: When, other: When): boolean => {
  const [a, b] = [daysOf(one), daysOf(other)];
  return a.until === b.until || (one.kind === other.kind && one.kind === 'timed');
};

/** How alike titles must be at the least, by what else agrees; undefined where too little does. */
const neededTitle = (one: When, other: When, place: 'same' | 'unknown'): number | undefined => {
  const precise = one.kind === 'timed' && other.kind === 'timed';
  if (precise && timesAgree(one, other)) return place === 'same' ? 0.4 : 0.6;
  if (precise) return place === 'same' && apart(one, other) <= doors ? 0.8 : undefined;
  if (!timesAgree(one, other)) return undefined;
  return spanAgrees(one, other) ? 0.8 : 0.9;
};

/** Two items of one source are never one gathering by their time and place. */
const byTimeAndPlace: Rung = (item, known, { venues }) => {
  if (item.when === undefined || known.when === undefined || known.sources.has(item.source)) return undefined;
  if (item.assembly !== known.assembly) return undefined;
  const place = comparePlaces(item.place, known.place, venues);
  if (place === 'different') return undefined;
  const needed = neededTitle(item.when, known.when, place);
  if (needed === undefined) return undefined;
  const { alike, atOdds, holds } = titles(item, known, venues);
  const holdsHere = holds && place === 'same' && needed === 0.4;
  if (!holdsHere && (alike < needed || atOdds)) return undefined;
  const said = place === 'same' ? 'same place' : 'place not known to differ';
  return because(
    Math.min(0.95, 0.5 + alike * 0.3 + (place === 'same' ? 0.15 : 0)),
    'time-and-place',
    `${momentSaid(item.when, known.when)}, ${said}, titles ${Math.round(alike * 100)} % alike`,
  );
};

/** The identity ladder, the surest rung first. */
export const ladder: readonly Rung[] = [byAlias, byLink, byMention, byTimeAndPlace, byOccurrence];

/** For who knows no rhythm. */
export const nothingExpected = new ExpectedDays();

/** The first rung that holds; undefined when none does. */
export const matched = (
  item: Item,
  known: KnownGathering,
  venues: Venues = noVenues,
  expected: ExpectedDays = nothingExpected,
): Match | undefined => {
  for (const rung of ladder) {
    const match = rung(item, known, { venues, expected });
    if (match) return match;
  }
  return undefined;
};
