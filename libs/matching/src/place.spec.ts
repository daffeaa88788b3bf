import type { Place } from '@relais/vocabulary';
import { comparePlaces } from './place.js';

const mres: Place = { name: 'MRES', address: '5 rue Jules de Vicq', city: 'Lille' };
const at = (latitude: number, longitude: number): Place => ({ latitude, longitude });
const [here, nearby, far] = [at(50.6292, 3.0573), at(50.6302, 3.0573), at(50.632, 3.0573)];

const relations: [string, 'same' | 'different' | 'unknown', Place | undefined, Place | undefined][] = [
  ['nothing is said', 'unknown', undefined, undefined],
  ['one says nothing', 'unknown', mres, undefined],
  ['one says the city only', 'unknown', mres, { city: 'Lille' }],
  ['one says the name, the other the address', 'unknown', { name: 'MRES' }, { address: '5 rue Jules de Vicq' }],
  ['all is equal', 'same', mres, { ...mres }],
  ['names are equal', 'same', { name: 'Café Citoyen' }, { name: 'café citoyen' }],
  ['one name holds the other', 'same', { name: 'Mutualab' }, { name: 'Espace Mutualab, 1er étage' }],
  [
    'one name abbreviates the other',
    'same',
    { name: 'MRES' },
    { name: "Maison Régionale de l'Environnement et des Solidarités" },
  ],
  ['names differ', 'different', { name: 'MRES' }, { name: 'Mutualab' }],
  ['a name is only the beginning of a word of the other', 'different', { name: 'Le Po' }, { name: 'Le Polder' }],
  [
    'one name is in two cities',
    'different',
    { name: 'Maison des associations', city: 'Lille' },
    { name: 'Maison des associations', city: 'Rennes' },
  ],
  [
    'one address is in two communes',
    'same',
    { address: '250 rue Roger Salengro', city: 'Hellemmes' },
    { address: '250, rue Roger Salengro', city: 'Lille' },
  ],
  ['one position is in two communes', 'same', { ...here, city: 'Hellemmes' }, { ...here, city: 'Lille' }],
  ['cities differ and nothing else is said', 'different', { city: 'Lille' }, { city: 'Rennes' }],
  [
    'addresses are equal and names differ',
    'same',
    mres,
    { name: 'Maison associative', address: '5 rue Jules de Vicq, 59000 Lille' },
  ],
  [
    'numbers in the street differ',
    'different',
    { address: '5 rue Jules de Vicq' },
    { address: '15 rue Jules de Vicq' },
  ],
  [
    'an address is only the city, or the street',
    'different',
    { address: 'Lille' },
    { address: '5 rue Jules de Vicq, Lille' },
  ],
  ['positions are near', 'same', { ...here, name: 'MRES' }, { ...nearby, name: 'La maison' }],
  ['positions are far apart', 'different', { ...here, name: 'MRES' }, { ...far, name: 'MRES' }],
  ['one address was put at two points of a street', 'same', { ...mres, ...here }, { ...mres, ...far }],
  [
    'one address is in two towns far apart',
    'different',
    { address: '1 Grand Place', ...here },
    { address: '1 Grand Place', ...at(48.1, -1.68) },
  ],
];

describe('two places', () => {
  it.each(relations)('when %s, are: %s', (_, relation, one, other) => {
    expect(comparePlaces(one, other)).toBe(relation);
    expect(comparePlaces(other, one)).toBe(relation);
  });
});
