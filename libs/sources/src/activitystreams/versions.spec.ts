import { readDocument } from '../index.js';
import { fetched } from '../testing/fetched.js';
import { documentInWords } from '../testing/in-words.js';

const event = {
  '@context': ['https://www.w3.org/ns/activitystreams', { ical: 'http://www.w3.org/2002/12/cal/ical#' }],
  ...{ type: 'Event', id: 'https://exemple.test/e/1', name: 'Bal', startTime: '2026-11-26T18:00:00+01:00' },
};
const bal = '2026-11-26T17:00Z Europe/Paris: Bal';

describe('an Event of ActivityStreams, as programs write it', () => {
  it.each([
    ['its type in a list', { type: ['Event'] }, bal],
    ['its type with a prefix', { type: 'as:Event' }, bal],
    ['fractions of seconds', { startTime: '2026-11-26T17:00:00.000Z' }, bal],
    ['a time and its zone', { startTime: '2026-11-26T18:00:00', timezone: 'Europe/Paris' }, bal],
    ['an end that is null', { endTime: null }, bal],
    ['its name in languages', { name: undefined, nameMap: { en: 'Ball', fr: 'Bal' } }, bal],
    ['its name as a value of JSON-LD', { name: { '@value': 'Bal', '@language': 'fr' } }, bal],
    ['its name in a list', { name: ['Bal'] }, bal],
    [
      'its time as a value of JSON-LD',
      { startTime: { '@type': 'xsd:dateTime', '@value': '2026-11-26T17:00:00Z' } },
      bal,
    ],
    [
      'a status in capitals',
      { 'ical:status': 'CANCELLED' },
      bal.replace(':00Z Europe/Paris', ':00Z Europe/Paris, cancelled'),
    ],
    [
      'what the calendar calls its status',
      { status: 'http://www.w3.org/2002/12/cal/ical#CANCELLED' },
      bal.replace('Paris', 'Paris, cancelled'),
    ],
  ])('is read with %s', async (_what, more, read) => {
    expect(await documentInWords(JSON.stringify({ ...event, ...more }))).toEqual([read]);
  });

  it.each([
    ['alone', event],
    [
      'in an activity',
      { ...event, type: 'Create', id: 'https://exemple.test/e/1/activity', name: undefined, object: event },
    ],
    [
      'in a list of one',
      { ...event, type: 'OrderedCollection', id: 'https://exemple.test/o', name: undefined, orderedItems: event },
    ],
    [
      'in the first page of a list',
      {
        ...event,
        type: 'OrderedCollection',
        name: undefined,
        first: { type: 'OrderedCollectionPage', orderedItems: [event] },
      },
    ],
    ['in the items of a list without an order', { ...event, type: 'Collection', name: undefined, items: [event] }],
    ['in a list without a name', [event]],
  ])('is read %s', async (_what, document) => {
    expect(await documentInWords(JSON.stringify(document))).toEqual([bal]);
  });

  const placed = { name: 'Salle', address: '1 rue X', postalCode: '59000', city: 'Lille' };
  const address = { type: 'PostalAddress', streetAddress: '1 rue X', postalCode: '59000', addressLocality: 'Lille' };
  it.each([
    ['a place', { type: 'Place', name: 'Salle', address }, placed],
    ['a place in a list', [{ type: 'Place', name: 'Salle', address }], placed],
    [
      'a place whose address is a text',
      { type: 'Place', name: 'Salle', address: '1 rue X' },
      { name: 'Salle', address: '1 rue X' },
    ],
    ['a text', 'Salle', { name: 'Salle' }],
    [
      'a position as texts',
      { type: 'Place', name: 'Salle', latitude: '50.6', longitude: '3.07' },
      { name: 'Salle', latitude: 50.6, longitude: 3.07 },
    ],
    ['nowhere', { type: 'VirtualLocation', url: 'https://x.test' }, undefined],
  ])('has a place: %s', async (_what, location, place) => {
    const { document } = await readDocument(fetched(JSON.stringify({ ...event, location })));
    expect(document.reports[0]?.fields.place).toEqual(place);
  });

  it.each([
    ['a list', [{ type: 'Hashtag', name: '#danse' }]],
    ['one', { type: 'Hashtag', name: 'danse' }],
  ])('has themes as %s', async (_what, tag) => {
    const { document } = await readDocument(fetched(JSON.stringify({ ...event, tag })));
    expect(document.reports[0]?.fields.themes).toEqual(['danse']);
  });
});
