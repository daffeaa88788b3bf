import { readDocument } from '../index.js';
import { fetched } from '../testing/fetched.js';
import { documentInWords } from '../testing/in-words.js';

const entry = {
  ...{
    id_fiche: 'BaL',
    id_typeannonce: '2',
    bf_titre: 'Bal',
    date_creation_fiche: '2026-11-01 10:00:00',
    statut_fiche: '1',
  },
  bf_date_debut_evenement: '2026-11-26T18:00:00+01:00',
};
const bal = '2026-11-26T17:00Z Europe/Paris: Bal';

describe('an entry of YesWiki, as its versions write it', () => {
  it.each([
    ['an offset', {}, bal],
    [
      'hours beside the day',
      {
        bf_date_debut_evenement: '2026-11-26',
        bf_date_debut_evenement_allday: '0',
        bf_date_debut_evenement_hour: '18',
        bf_date_debut_evenement_minutes: '00',
      },
      bal.replace('Paris', 'Paris?'),
    ],
    [
      'hours as numbers',
      {
        bf_date_debut_evenement: '2026-11-26',
        bf_date_debut_evenement_allday: 0,
        bf_date_debut_evenement_hour: 9,
        bf_date_debut_evenement_minutes: 5,
      },
      '2026-11-26T08:05Z Europe/Paris?: Bal',
    ],
    ['a time of MySQL', { bf_date_debut_evenement: '2026-11-26 18:00:00' }, bal.replace('Paris', 'Paris?')],
    [
      'a day',
      { bf_date_debut_evenement: '2026-11-26', bf_date_fin_evenement: '2026-11-27' },
      '2026-11-26 to 2026-11-27: Bal',
    ],
    [
      'an end',
      { bf_date_fin_evenement: '2026-11-26T20:00:00+01:00' },
      '2026-11-26T17:00Z to 2026-11-26T19:00Z Europe/Paris: Bal',
    ],
    ['an end that is nought', { bf_date_fin_evenement: '0000-00-00' }, bal],
    ['markup in its title', { bf_titre: '<b>Bal</b> &amp; jeu' }, bal.replace('Bal', 'Bal & jeu')],
    ['a title that is a number', { bf_titre: 2026 }, bal.replace('Bal', '2026')],
    [
      'what it was made into beside it',
      { html_output: '<div>…</div>', semantic: { '@type': 'Event' }, owner: 'X' },
      bal,
    ],
  ])('is read with %s', async (_what, more, read) => {
    expect(await documentInWords(JSON.stringify([{ ...entry, ...more }]))).toEqual([read]);
  });

  it.each([
    ['a list', [entry]],
    ['an object by their ids', { BaL: entry }],
    ['one of them', entry],
  ])('is read as %s', async (_what, entries) => {
    expect(await documentInWords(JSON.stringify(entries))).toEqual([bal]);
  });

  it.each(['0', 0])('is not read where its state is %j', async (state) => {
    expect(await documentInWords(JSON.stringify([{ ...entry, statut_fiche: state }]))).toEqual([
      '! entries[0]: not published',
    ]);
  });

  it.each([
    ['numbers', { bf_latitude: 50.6, bf_longitude: 3.07 }],
    ['texts', { bf_latitude: '50.6', bf_longitude: '3.07' }],
    ['texts with a comma', { bf_latitude: '50,6', bf_longitude: '3,07' }],
    ['an object', { geolocation: { bf_latitude: '50.6', bf_longitude: '3.07' } }],
    ['one text', { carte_google: '50.6|3.07' }],
  ])('has a position as %s', async (_what, position) => {
    const { document } = await readDocument(fetched(JSON.stringify([{ ...entry, ...position, bf_ville: 'Lille' }])));
    expect(document.reports[0]?.fields.place).toEqual({ city: 'Lille', latitude: 50.6, longitude: 3.07 });
  });
});
