import type { Place } from '@relais/vocabulary';
import { comparePlaces } from './place.js';
import { Venues } from './venues.js';

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
  [
    'an address is written in another order',
    'same',
    { address: '12, av. de Bretagne' },
    { address: 'Avenue de Bretagne 12' },
  ],
  [
    'an address is shortened, and carries the city',
    'same',
    { address: '10 bd Clemenceau, 38000 Grenoble, FR', country: 'FR' },
    { address: '10 boulevard Clémenceau', city: 'Grenoble', name: 'La Bobine' },
  ],
  [
    'a street is Dutch',
    'same',
    { address: 'Meibloemstr. 6' },
    { address: '6 Meibloemstraat, 9000 Gent', city: 'Gent' },
  ],
  [
    'a house is called by its number',
    'same',
    { name: 'Le 102', address: "102 rue d'Alembert" },
    { address: "102 r. d'Alembert" },
  ],
  [
    'streets share a first name only',
    'different',
    { address: '5 rue Jean Jaurès, Lille', city: 'Lille' },
    { address: '5 rue Jean Moulin, Lille', city: 'Lille' },
  ],
  [
    'one address is in two départements',
    'different',
    { address: '72 rue Royale', postalCode: '59000', city: 'Lille' },
    { address: '72 rue Royale', postalCode: '45000', city: 'Orléans' },
  ],
  [
    'a city is named in two languages',
    'same',
    { name: 'Zinneke', city: 'Brussel' },
    { name: 'Zinneke', city: 'Bruxelles' },
  ],
  ['both are online', 'unknown', { name: 'En ligne' }, { name: 'https://meet.example/salle' }],
  ['one is online too', 'unknown', { name: 'Visio (Jitsi)' }, mres],
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

describe('a house of many names', () => {
  const houses = new Venues([
    { city: 'Lille', names: ['Maison des associations', 'MDA', 'Ancienne bourse'] },
    { city: 'Rennes', names: ['Ancienne bourse', 'Hôtel Pasteur'] },
    { city: 'Lille', names: ['Petite maison des associations'] },
  ]);
  const named = (name: string, city?: string): Place => ({ name, ...(city && { city }) });

  it.each<[string, Place, Place]>([
    ['same', named('MDA', 'Lille'), named('ancienne Bourse', 'Rijsel')],
    ['different', named('MDA', 'Lille'), named('Ancienne bourse', 'Rennes')],
    ['different', named('Maison des associations', 'Lille'), named('Petite maison des associations', 'Lille')],
    ['different', named('Hôtel Pasteur', 'Lille'), named('Ancienne bourse', 'Lille')],
    ['different', named('MDA'), named('Ancienne bourse')],
  ])('is known by all of them, in its city only: %s', (relation, one, other) => {
    expect(comparePlaces(one, other, houses)).toBe(relation);
    expect(comparePlaces(other, one, houses)).toBe(relation);
  });
});
