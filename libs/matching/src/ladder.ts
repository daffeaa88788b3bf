import type { MatchReason } from '@relais/gathering';
import { daysOf, type SourceId, type When } from '@relais/vocabulary';
import type { Described, KnownGathering } from './known-gathering.js';
import { comparePlaces } from './place.js';
import { titleSimilarity } from './title.js';

/** How sure a match is, from 0 to 1, and what it rests on. */
export type Match = Readonly<{ score: number; reasons: readonly MatchReason[] }>;

type Item = Described & Readonly<{ source: SourceId }>;
type Rung = (item: Item, known: KnownGathering) => Match | undefined;

const shared = (one: readonly string[], other: readonly string[]): string | undefined =>
  one.find((value) => other.includes(value));

const because = (score: number, rule: MatchReason['rule'], detail: string): Match => ({
  score,
  reasons: [{ rule, detail }],
});

const byAlias: Rung = (item, known) => {
  const alias = shared(item.aliases, known.aliases);
  return alias === undefined ? undefined : because(1, 'alias', alias);
};

/** Announcements of one gathering name times this far apart at most, in milliseconds. */
export const tolerance = 15 * 60_000;

const daysAgree = (one: When | undefined, other: When | undefined): boolean =>
  one === undefined ||
  other === undefined ||
  (daysOf(one).from <= daysOf(other).until && daysOf(other).from <= daysOf(one).until);

const timesAgree = (one: When, other: When): boolean => {
  if (one.kind === 'timed' && other.kind === 'timed')
    return Math.abs(Date.parse(one.starts) - Date.parse(other.starts)) <= tolerance;
  return daysOf(one).from === daysOf(other).from;
};

/** A source says each thing once; it said one twice (under a new id, or by mistake) only if nothing about it differs. */
const saidTwice = (item: Item, known: KnownGathering): boolean =>
  titleSimilarity(item.title, known.title) >= 0.6 &&
  (item.when && known.when ? timesAgree(item.when, known.when) : item.when === known.when) &&
  comparePlaces(item.place, known.place) !== 'different';

/** An address may stand for a series or for all that a site has to tell: the days must agree where both are known. */
const byLink: Rung = (item, known) => {
  const url = shared(item.urls, known.urls);
  if (url === undefined || !daysAgree(item.when, known.when)) return undefined;
  return known.sources.has(item.source) && !saidTwice(item, known) ? undefined : because(0.98, 'link', url);
};

/** A link alone may lead to last month's meeting, or to what else is on that day: days, and titles or times, must agree. */
const byMention: Rung = (item, known) => {
  const url = shared(item.mentions, known.urls) ?? shared(item.urls, known.mentions);
  if (url === undefined || !daysAgree(item.when, known.when) || known.sources.has(item.source)) return undefined;
  const atOnce = item.when && known.when && timesAgree(item.when, known.when);
  const alike = titleSimilarity(item.title, known.title) >= 0.3;
  const meets = alike || (atOnce && comparePlaces(item.place, known.place) !== 'different');
  return meets ? because(0.9, 'mention', url) : undefined;
};

/** Two items of one source are never one gathering by their time and place. */
const byTimeAndPlace: Rung = (item, known) => {
  if (item.when === undefined || known.when === undefined || known.sources.has(item.source)) return undefined;
  if (item.assembly !== known.assembly || !timesAgree(item.when, known.when)) return undefined;
  const places = comparePlaces(item.place, known.place);
  const title = titleSimilarity(item.title, known.title);
  const precise = item.when.kind === 'timed' && known.when.kind === 'timed';
  const needed = places === 'same' ? (precise ? 0.4 : 0.6) : precise ? 0.6 : 0.8;
  if (places === 'different' || title < needed) return undefined;
  const said = places === 'same' ? 'same place' : 'place not known to differ';
  return because(
    Math.min(0.95, 0.5 + title * 0.3 + (places === 'same' ? 0.15 : 0)),
    'time-and-place',
    `${precise ? 'same time' : 'same day'}, ${said}, titles ${Math.round(title * 100)} % alike`,
  );
};

/** The identity ladder, the surest rung first. */
export const ladder: readonly Rung[] = [byAlias, byLink, byMention, byTimeAndPlace];

/** The first rung that holds; undefined when none does. */
export const matched = (item: Item, known: KnownGathering): Match | undefined => {
  for (const rung of ladder) {
    const match = rung(item, known);
    if (match) return match;
  }
  return undefined;
};
