import { readDocument } from '../index.js';
import { fetched } from '../testing/fetched.js';
import { documentInWords } from '../testing/in-words.js';

const id = '5f6b8a1e6908644d3c8b4567';
const element = { name: 'Bal', type: 'meeting', startDate: '2026-11-26T18:00:00+01:00' };
const answer = (more: object): string =>
  JSON.stringify({ meta: { limit: 1 }, entities: { [id]: { ...element, ...more } } });
const bal = '2026-11-26T17:00Z Europe/Paris: Bal';

describe('an event of Communecter, as its versions write it', () => {
  it.each([
    ['an offset', {}, bal],
    ['seconds of MongoDB', { startDate: { sec: 1_795_712_400, usec: 0 } }, bal],
    ['a date of MongoDB', { startDate: { $date: '2026-11-26T17:00:00Z' } }, bal],
    ['milliseconds of MongoDB', { startDate: { $date: { $numberLong: '1795712400000' } } }, bal],
    ['a clock time', { startDate: '2026-11-26 18:00' }, bal.replace('Paris', 'Paris?')],
    ['a clock time and its zone', { startDate: '2026-11-26 18:00', timeZone: 'Europe/Paris' }, bal],
    [
      'days',
      { startDate: '2026-11-26 00:00', endDate: '2026-11-27 00:00', allDay: 'true' },
      '2026-11-26 to 2026-11-27: Bal',
    ],
    ['no beginning', { startDate: null, openingHours: [{ dayOfWeek: 'Th' }], recurrency: true }, 'undated: Bal'],
    [
      'what it has of persons',
      { links: { attendees: { x: { type: 'citoyens' } } }, creator: 'x', email: 'a@b.test' },
      bal,
    ],
  ])('is read with %s', async (_what, more, read) => {
    expect(await documentInWords(answer(more))).toEqual([read]);
  });

  it.each([
    ['by their ids', { entities: { [id]: element } }],
    ['in a list', { entities: [{ _id: { $id: id }, ...element }] }],
    ['in a list of another name', { elements: [{ id, ...element }] }],
    ['in a list with the ids of newer versions', { elements: [{ _id: { $oid: id }, ...element }] }],
  ])('is read %s', async (_what, document) => {
    expect(await documentInWords(JSON.stringify(document))).toEqual([bal]);
  });

  it('has a place, whatever the types of its parts are', async () => {
    const address = {
      '@type': 'PostalAddress',
      streetAddress: '',
      postalCode: 59_000,
      addressLocality: 'Lille',
      addressCountry: 'FR',
    };
    const geo = { '@type': 'GeoCoordinates', latitude: '50.6', longitude: '3.07' };
    const { document } = await readDocument(fetched(answer({ address, geo })));
    expect(document.reports[0]?.fields.place).toEqual({
      ...{ postalCode: '59000', city: 'Lille', country: 'FR', latitude: 50.6, longitude: 3.07 },
    });
  });
});
