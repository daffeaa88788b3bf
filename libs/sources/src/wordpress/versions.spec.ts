import { readDocument } from '../index.js';
import { fetched } from '../testing/fetched.js';
import { documentInWords } from '../testing/in-words.js';

const event = {
  ...{ id: 3, global_id: 's.test?id=3', status: 'publish', url: 'https://s.test/event/bal/', title: 'Bal' },
  ...{ start_date: '2026-11-26 18:00:00', end_date: '2026-11-26 20:00:00', timezone: 'Europe/Paris', all_day: false },
  ...{ rest_url: 'https://s.test/wp-json/tribe/events/v1/events/3', venue: [], organizer: [] },
};
const answer = (more: object): string =>
  JSON.stringify({
    events: [{ ...event, ...more }],
    rest_url: 'https://s.test/wp-json/tribe/events/v1/events/',
    total: 1,
  });
const bal = '2026-11-26T17:00Z to 2026-11-26T19:00Z Europe/Paris: Bal';

describe('an event of The Events Calendar, as its versions write it', () => {
  it.each([
    ['a zone', {}, bal],
    ['an offset as its zone', { timezone: 'UTC+1', timezone_abbr: 'UTC+1' }, bal.replace('Paris', 'Paris?')],
    ['no zone', { timezone: null }, bal.replace('Paris', 'Paris?')],
    ['entities in its title', { title: 'L&#8217;&eacute;t&eacute; &#8211; bal' }, bal.replace('Bal', 'L’été – bal')],
    [
      'a whole day',
      { all_day: true, start_date: '2026-11-26 00:00:00', end_date: '2026-11-26 23:59:59' },
      '2026-11-26: Bal',
    ],
    [
      'a whole day in other words',
      { all_day: '1', start_date: '2026-11-26 00:00:00', end_date: '2026-11-27 23:59:59' },
      '2026-11-26 to 2026-11-27: Bal',
    ],
    ['no global id', { global_id: undefined }, bal],
    [
      'what became of it',
      { event_status: 'canceled', event_status_reason: '' },
      bal.replace(': Bal', ', cancelled: Bal'),
    ],
    [
      'an organizer as a list, and prices',
      { organizer: [{ organizer: 'X' }], cost: '5 €', cost_details: { values: ['5'] } },
      bal,
    ],
  ])('is read with %s', async (_what, more, read) => {
    expect(await documentInWords(answer(more))).toEqual([read]);
  });

  it.each([
    ['an object', { venue: 'Salle', address: '1 rue X', city: 'Lille', zip: '59000', country: 'France' }],
    [
      'a list',
      [{ venue: 'Salle', address: '1 rue X', city: 'Lille', zip: 59_000, country: 'France', geo_lat: 0, geo_lng: 0 }],
    ],
  ])('has a venue as %s', async (_what, venue) => {
    const { document } = await readDocument(fetched(answer({ venue })));
    expect(document.reports[0]?.fields.place).toEqual({
      ...{ name: 'Salle', address: '1 rue X', postalCode: '59000', city: 'Lille', country: 'FR' },
    });
  });

  it('is refused with the reason that the site gives', async () => {
    const route = { code: 'rest_no_route', message: 'Aucune route n’a été trouvée', data: { status: 404 } };
    expect(await documentInWords(JSON.stringify(route))).toEqual([
      'refused: WordPress: Aucune route n’a été trouvée (rest_no_route)',
    ]);
  });
});

const post = {
  ...{ id: 4, date: '2026-11-01T10:00:00', date_gmt: '2026-11-01T09:00:00', modified_gmt: '2026-11-02T09:00:00' },
  ...{ guid: { rendered: 'https://s.test/?p=4' }, link: 'https://s.test/bal/', title: { rendered: 'Bal' } },
  content: { rendered: '<p>On danse</p>', protected: false },
};

describe('a post of WordPress, as its versions write it', () => {
  it.each([
    ['a list', [post]],
    ['one post', post],
    ['what is embedded', [{ ...post, _embedded: { author: [{ name: 'X' }] }, _links: {} }]],
    ['no text but an excerpt', [{ ...post, content: undefined, excerpt: { rendered: '<p>On danse</p>' } }]],
    ['what was not asked for left out', [{ guid: post.guid, title: post.title, date_gmt: post.date_gmt }]],
  ])('is read as %s', async (_what, answered) => {
    expect(await documentInWords(JSON.stringify(answered))).toEqual(['undated: Bal']);
  });
});
