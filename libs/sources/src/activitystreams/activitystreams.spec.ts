import { readDocument } from '../index.js';
import { fetched } from '../testing/fetched.js';
import { sharedFile, sharedFiles, withShared } from '../testing/shared.js';

const read = async (document: unknown) =>
  (await readDocument(fetched(document instanceof Uint8Array ? document : JSON.stringify(document)))).document;

const event = (members: object = {}) => ({
  '@context': 'https://www.w3.org/ns/activitystreams',
  ...{ type: 'Event', id: 'https://site.test/e/1', name: 'A', startTime: '2026-11-26T18:00:00+01:00' },
  ...members,
});
const outbox = (...orderedItems: unknown[]) => ({
  '@context': 'https://www.w3.org/ns/activitystreams',
  ...{ type: 'OrderedCollection', orderedItems },
});

describe('the activities about an object', () => {
  const [create, update] = [
    { type: 'Create', object: event() },
    { type: 'Update', object: event({ name: 'B' }) },
  ];
  const remove = { type: 'Delete', object: 'https://site.test/e/1' };

  it('are one item, as the first of them shows it, since an outbox begins with the latest', async () => {
    const document = await read(outbox(update, create));
    expect(document.reports.map(({ item, fields }) => [item, fields.title])).toEqual([['https://site.test/e/1', 'B']]);
    expect(document.errors).toEqual([]);
  });

  it('withdraw what was deleted, and show what was made anew since', async () => {
    expect(await read(outbox(remove, create))).toMatchObject({ reports: [], withdrawn: ['https://site.test/e/1'] });
    expect(await read(outbox(create, remove))).not.toHaveProperty('withdrawn');
  });

  it.each([
    { type: 'Delete', object: { type: 'Tombstone', id: 'https://site.test/e/1' } },
    { type: 'Undo', object: { type: 'Announce', object: 'https://site.test/e/1' } },
    { type: 'Tombstone', id: 'https://site.test/e/1', formerType: 'Event' },
  ])('withdraw by %j', async (activity) => {
    expect((await read(outbox(activity))).withdrawn).toEqual(['https://site.test/e/1']);
  });

  it('are named where they speak of nothing that is in the document', async () => {
    const document = await read(outbox({ type: 'Announce', object: 'https://ailleurs.test/e/2' }));
    expect(document.errors).toEqual([
      { where: 'document.orderedItems[0].object', what: 'only an address: https://ailleurs.test/e/2' },
    ]);
  });
});

describe('an end that had to be made up', () => {
  it('is not known', async () => {
    const { reports } = await read(event({ endTime: '2026-11-26T20:00:00+01:00', displayEndTime: false }));
    expect(reports[0]?.fields.when).not.toHaveProperty('ends');
  });
});

describe('the location of an event', () => {
  it.each([
    ['a text', 'La Coroutine', { name: 'La Coroutine' }],
    ['an address of the web', 'https://visio.test/', undefined],
    ['a virtual one', { type: 'VirtualLocation', url: 'https://visio.test/' }, undefined],
    ['the first that is not virtual', [{ type: 'VirtualLocation' }, { type: 'Place', name: 'Ici' }], { name: 'Ici' }],
  ])('is %s', async (_what, location, place) => {
    expect((await read(event({ location }))).reports[0]?.fields.place).toEqual(place);
  });

  const shapes = {
    'bad-location-without-a-name': undefined,
    'multiple-mixed-locations': { name: 'Location with a name' },
    'physical-location-no-address': { name: 'Location with a name' },
    'physical-location-with-postal-address': {
      ...{ name: 'Location with a postal address', address: '15 Fediverse Street' },
      ...{ postalCode: '8010', city: 'Fediverse Town', country: 'AT' },
    },
    'physical-location-with-simple-string-address': {
      ...{ name: 'Location with a simple string address', address: 'Simple string address' },
    },
    'physical-location-without-id': { name: 'Location without id' },
    'virtual-location': undefined,
  };
  withShared.each(Object.entries(shapes))('is what others send: %s (needs ../shared)', async (name, place) => {
    const location: unknown = JSON.parse(sharedFile(`fixtures/gancio/AP-location-${name}.json`).toString());
    const { reports, errors } = await read(event({ location }));
    expect(reports[0]?.fields.place).toEqual(place);
    expect(errors).toEqual([]);
  });
});

describe('what others publish', () => {
  withShared('are the ten events of a page of an outbox (needs ../shared)', async () => {
    const { reports, errors } = await read(sharedFile('fixtures/gancio-live/outbox-page1.json'));
    expect(errors).toEqual([]);
    expect(reports.map(({ fields }) => fields.title)).toEqual(
      Array.from({ length: 10 }, (_none, index) => `Atelier ${999 - index}`),
    );
    expect(reports[0]?.fields.when).toMatchObject({ starts: '2027-01-05T10:23:49Z', ends: '2027-01-05T11:23:49Z' });
  });

  withShared('is an outbox that says where its items are (needs ../shared)', async () => {
    const { errors } = await read(sharedFile('fixtures/gancio-live/outbox.json'));
    expect(errors[0]?.what).toContain('outbox?page=1');
  });

  withShared('is an event of Mobilizon with its address (needs ../shared)', async () => {
    const { reports } = await read(sharedFile('fixtures/mobilizon/mobilizon-post-activity.json'));
    expect(reports[0]).toMatchObject({
      item: 'https://mobilizon.fr/events/39a0c4a6-f2b6-41dc-bbe2-fc5bff76cc93',
      fields: {
        ...{ kind: 'gathering', title: 'My first event', when: { starts: '2018-02-12T14:08:20Z' } },
        place: { name: 'Locaux de Framasoft', postalCode: '69007', city: 'Lyon', country: 'FR' },
      },
    });
  });

  withShared('is undated where it says no time, its broken HTML made harmless (needs ../shared)', async () => {
    const { reports } = await read(sharedFile('fixtures/wp-event-bridge/gancio-v1.22.json'));
    expect(reports[0]?.fields).not.toHaveProperty('when');
    expect(reports[0]?.fields).toMatchObject({ title: 'Picture Show', themes: ['Sport', 'Cello'] });
  });

  withShared('is a time without an offset, in the source’s zone and marked (needs ../shared)', async () => {
    for (const name of ['event.as.json', 'event.as2.json']) {
      const { reports } = await read(sharedFile(`fixtures/granary/${name}`));
      expect(reports[0]?.fields.when).toMatchObject({ starts: '2017-07-12T15:30:00Z', zoneAssumed: true });
    }
  });

  withShared('says nothing of items where it follows, joins or invites (needs ../shared)', async () => {
    const refused: string[] = [];
    for (const path of sharedFiles('fixtures/mobilizon', '-activity.json')) {
      const found = await read(sharedFile(path)).catch((error: Error) => error);
      if (found instanceof Error) refused.push(path.replace(/^.*\//, ''));
    }
    expect(refused).toEqual(
      ['invite', 'join', 'leave']
        .map((verb) => `mobilizon-${verb}-activity.json`)
        .toSpliced(0, 0, 'mastodon-follow-activity.json'),
    );
  });
});
