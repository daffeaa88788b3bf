import type { Place } from '@relais/vocabulary';
import { folded } from './title.js';

/** How two places relate: `unknown` when one of them, or both, say too little. */
export type PlaceRelation = 'same' | 'different' | 'unknown';

/** Two announcements of one house may stand this far apart, in metres. */
const near = 150;
const earthRadius = 6_371_000;

const metres = (a: Place, b: Place): number | undefined => {
  if (a.latitude === undefined || a.longitude === undefined || b.latitude === undefined || b.longitude === undefined)
    return undefined;
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const [lat1, lat2] = [radians(a.latitude), radians(b.latitude)];
  const x = radians(b.longitude - a.longitude) * Math.cos((lat1 + lat2) / 2);
  return earthRadius * Math.hypot(x, lat2 - lat1);
};

const contains = (one: string, other: string): boolean =>
  ` ${one} `.includes(` ${other} `) || ` ${other} `.includes(` ${one} `);

/** Whether two announcements speak of one venue: by position, by address, by name. */
export const comparePlaces = (one: Place | undefined, other: Place | undefined): PlaceRelation => {
  if (one === undefined || other === undefined) return 'unknown';
  const distance = metres(one, other);
  if (distance !== undefined) return distance <= near ? 'same' : 'different';
  if (one.city && other.city && folded(one.city) !== folded(other.city)) return 'different';
  if (one.address && other.address && contains(folded(one.address), folded(other.address))) return 'same';
  if (one.name && other.name) return contains(folded(one.name), folded(other.name)) ? 'same' : 'different';
  return one.address && other.address ? 'different' : 'unknown';
};
