import type { Place } from '@relais/vocabulary';
import { empty, folded } from './title.js';

/** How two places relate: `unknown` when one of them, or both, say too little. */
export type PlaceRelation = 'same' | 'different' | 'unknown';

/** Two announcements of one house may stand this far apart, in metres. */
const near = 150;
/** One address may be put this far apart by two geocoders, in metres. */
const nearOfAddress = 2_000;
const earthRadius = 6_371_000;

const metres = (a: Place, b: Place): number | undefined => {
  if (a.latitude === undefined || a.longitude === undefined || b.latitude === undefined || b.longitude === undefined)
    return undefined;
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const [lat1, lat2] = [radians(a.latitude), radians(b.latitude)];
  const x = radians(b.longitude - a.longitude) * Math.cos((lat1 + lat2) / 2);
  return earthRadius * Math.hypot(x, lat2 - lat1);
};

const within = (one: string, other: string): boolean => one !== '' && ` ${other} `.includes(` ${one} `);

/** Only with a number: « Lille » or « rue Gosselet » within an address says too little. */
const sameAddress = (one: string, other: string): boolean =>
  [one, other].every((address) => /\d/.test(address)) && (within(one, other) || within(other, one));

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

/** Whether two announcements speak of one venue: by address, by position, by name within one city. */
export const comparePlaces = (one: Place | undefined, other: Place | undefined): PlaceRelation => {
  if (one === undefined || other === undefined) return 'unknown';
  const said = ({ address = '', name = '', city = '' }: Place) => ({
    address: folded(address),
    name: folded(name),
    city: folded(city),
  });
  const [a, b] = [said(one), said(other)];
  const distance = metres(one, other);
  if (sameAddress(a.address, b.address) && (distance ?? 0) <= nearOfAddress) return 'same';
  if (distance !== undefined) return distance <= near ? 'same' : 'different';
  if (a.city && b.city && a.city !== b.city) return 'different';
  if (a.name && b.name) return sameName(a.name, b.name) ? 'same' : 'different';
  return a.address && b.address ? 'different' : 'unknown';
};
