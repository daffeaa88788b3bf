import type { Place } from '@relais/vocabulary';
import { sameAddress } from './address.js';
import { cityName } from './city.js';
import { metres } from './distance.js';
import { empty, folded } from './text.js';
import { noVenues, type Venues } from './venues.js';

/** How two places relate: `unknown` when one of them, or both, say too little. */
export type PlaceRelation = 'same' | 'different' | 'unknown';

/** Two announcements of one house may stand this far apart, in metres. */
const near = 150;
/** One address may be put this far apart by two geocoders, in metres. */
const nearOfAddress = 2_000;

const within = (one: string, other: string): boolean => one !== '' && ` ${other} `.includes(` ${one} `);

/** « MRES » for « Maison Régionale de l'Environnement et des Solidarités ». */
const initials = (name: string): string =>
  name
    .split(' ')
    .filter((word) => !empty.has(word))
    .map((word) => word.charAt(0))
    .join('');

const sameName = (one: string, other: string): boolean =>
  within(one, other) ||
  within(other, one) ||
  [one, other].some((name) => name.length > 2 && name === initials(name === one ? other : one));

const line =
  /^https?:|\b(en ligne|on ?line|visio\w*|zoom|jitsi|bigbluebutton|bbb|webinaire?|teams|skype|distanciel)\b/i;

/** Whether people meet there over the network: such a place is none, and says nothing of which gathering it is. */
export const isOnline = ({ name = '', address = '' }: Place): boolean =>
  line.test(name.trim()) || (name === '' && line.test(address.trim()));

/** Départements, provinces and counties begin their codes alike; a commune and its neighbour are in one of them. */
const farApart = (one: Place, other: Place): boolean =>
  (one.country && other.country && one.country !== other.country) ||
  (one.postalCode && other.postalCode && one.postalCode.slice(0, 2) !== other.postalCode.slice(0, 2))
    ? true
    : false;

/** Whether two announcements speak of one venue: by address, by position, by name (or an alias of it) within one city. */
export const comparePlaces = (
  one: Place | undefined,
  other: Place | undefined,
  venues: Venues = noVenues,
): PlaceRelation => {
  if (one === undefined || other === undefined || isOnline(one) || isOnline(other)) return 'unknown';
  const said = ({ name = '', city = '' }: Place) => ({ name: folded(name), city: cityName(city) });
  const [a, b] = [said(one), said(other)];
  const distance = metres(one, other);
  if (sameAddress(one, other) && (distance ?? 0) <= nearOfAddress && !farApart(one, other)) return 'same';
  if (distance !== undefined) return distance <= near ? 'same' : 'different';
  if (a.city && b.city && a.city !== b.city) return 'different';
  const [known, otherKnown] = [venues.of(one), venues.of(other)];
  if (known && otherKnown) return known === otherKnown ? 'same' : 'different';
  if (a.name && b.name) return sameName(a.name, b.name) ? 'same' : 'different';
  return one.address && other.address ? 'different' : 'unknown';
};
