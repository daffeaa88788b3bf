import type { Place } from '../place.js';

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** A place on one line, each of its parts once: « Maison de l’environnement, 23 rue Gosselet, 59000 Lille »; empty when nothing is known. */
export const placeInWords = (place: Place | undefined): string => {
  const { name, address, postalCode, city } = place ?? {};
  const town = [postalCode, city].filter(Boolean).join(' ');
  const parts = [name, address, town]
    .map((part) => part?.replace(/\s+/gu, ' ').trim() ?? '')
    .filter((part) => part !== '');
  return parts.reduce((said, part) => {
    if (said === '') return part;
    if (folded(said).includes(folded(part))) return said;
    if (folded(part).startsWith(folded(said))) return part;
    return `${said}, ${part}`;
  }, '');
};
