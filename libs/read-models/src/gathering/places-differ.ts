import type { Place } from '@relais/vocabulary';

const folded = (text = ''): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Words that name no house. */
const empty = new Set('a au aux d de des du en et l la le les the of and in at chez salle rue avenue place'.split(' '));
const wordsOf = (text = ''): string[] =>
  folded(text)
    .split(' ')
    .filter((word) => word !== '' && !empty.has(word));

const initials = (words: readonly string[]): string => words.map((word) => word.charAt(0)).join('');

/** « MRES » and « Maison régionale de l’environnement et des solidarités ». */
const abbreviates = (short: readonly string[], long: readonly string[]): boolean =>
  short.length === 1 && long.length > 1 && short[0] === initials(long);

const mayBeOne = (one: readonly string[], other: readonly string[]): boolean =>
  one.some((word) => other.includes(word)) || abbreviates(one, other) || abbreviates(other, one);

/** « Lille », « LILLE Cedex », « Lille-Moulins ». */
const sameCity = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one);

/** So far apart that no geocoder takes one for the other, in degrees of latitude: about a kilometre. */
const far = 0.01;

const farApart = (one: Place, other: Place): boolean | undefined => {
  const { latitude: lat, longitude: lon } = one;
  if (lat === undefined || lon === undefined || other.latitude === undefined || other.longitude === undefined)
    return undefined;
  const shrunk = Math.cos((lat * Math.PI) / 180);
  return Math.hypot(other.latitude - lat, (other.longitude - lon) * shrunk) > far;
};

/**
 * Whether two announcements would send people to two places. Said only where nothing speaks for one place: people are
 * warned by it, while matching asks for the surest guess. It knows no names that a deployment gives its houses, since a
 * projection is made of events alone.
 */
export const placesDiffer = (one: Place, other: Place): boolean => {
  const [city, otherCity] = [folded(one.city), folded(other.city)];
  const apart = farApart(one, other);
  if (apart !== undefined) return apart;
  if (city && otherCity && !sameCity(city, otherCity)) return true;
  const [address, otherAddress] = [wordsOf(one.address), wordsOf(other.address)];
  if (address.length > 0 && otherAddress.length > 0 && mayBeOne(address, otherAddress)) return false;
  const [name, otherName] = [wordsOf(one.name), wordsOf(other.name)];
  return name.length > 0 && otherName.length > 0 && !mayBeOne(name, otherName);
};
