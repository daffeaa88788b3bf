import { countryCode } from './country-code.js';
import { placeOf } from './stated-place.js';

describe('a stated place', () => {
  it('is one line for each of its parts, without markup', () => {
    expect(
      placeOf({ name: 'L&rsquo;Hybride <b>!</b>', address: ' 18 rue\n Gosselet ', postalCode: 59000, city: 'Lille' }),
    ).toEqual({
      ...{ name: 'L’Hybride !', address: '18 rue Gosselet', postalCode: '59000', city: 'Lille' },
    });
  });

  it.each([
    [
      { latitude: '50.6', longitude: 3.07 },
      { latitude: 50.6, longitude: 3.07 },
    ],
    [{ latitude: 0, longitude: 0 }, undefined],
    [{ latitude: 91, longitude: 3 }, undefined],
    [{ latitude: 50.6 }, undefined],
    [{ latitude: 'nord', longitude: 'est' }, undefined],
    [
      { latitude: 0, longitude: 3 },
      { latitude: 0, longitude: 3 },
    ],
  ])('has a position only where there is one: %j', (said, place) => {
    expect(placeOf(said)).toEqual(place);
  });

  it('keeps a country that it knows no code of where people read it, and is nothing by a country alone', () => {
    expect(placeOf({ name: 'Ici', address: 'Rue X', country: 'Syldavie' })).toEqual({
      name: 'Ici',
      address: 'Rue X, Syldavie',
    });
    expect(placeOf({ country: 'France' })).toBeUndefined();
    expect(placeOf({ name: ['x'], address: {}, city: null, country: true })).toBeUndefined();
  });
});

describe('a country', () => {
  it.each([
    ['fr', 'FR'],
    ['France', 'FR'],
    ['belgique', 'BE'],
    ['België', 'BE'],
    ['Österreich', 'AT'],
    ['OSTERREICH', 'AT'],
    [' espagne ', 'ES'],
    ['Royaume-Uni', 'GB'],
    ['Nulle part', undefined],
    ['', undefined],
  ])('has a code by its name: %s', (name, code) => {
    expect(countryCode(name)).toBe(code);
  });
});
