import { readDocument } from '../index.js';
import { fetched } from '../testing/fetched.js';
import { documentInWords } from '../testing/in-words.js';

const event = {
  id: 7,
  slug: 'bal',
  title: 'Bal',
  start_datetime: 1_795_712_400,
  end_datetime: null,
  tags: [],
  place: null,
};
const bal = '2026-11-26T17:00Z Europe/Paris: Bal';

describe('an event of Gancio, as its versions write it', () => {
  it.each([
    ['seconds', {}, bal],
    ['seconds as a text', { start_datetime: '1795712400' }, bal],
    ['milliseconds', { start_datetime: 1_795_712_400_000 }, bal],
    ['an instant', { start_datetime: '2026-11-26T17:00:00.000Z' }, bal],
    ['an end', { end_datetime: 1_795_719_600 }, '2026-11-26T17:00Z to 2026-11-26T19:00Z Europe/Paris: Bal'],
    ['an id as a text', { id: '7' }, bal],
    [
      'a recurrence, several days, media',
      { recurrent: { frequency: '1w' }, multidate: true, media: [{ url: 'x.jpg' }] },
      bal,
    ],
    [
      'entities and markup in its title',
      { title: 'Bal &amp; <i>jeu</i>' },
      '2026-11-26T17:00Z Europe/Paris: Bal & jeu',
    ],
  ])('is read with %s', async (_what, more, read) => {
    expect(await documentInWords(JSON.stringify([{ ...event, ...more }]))).toEqual([read]);
  });

  it('is read in a list of its own name, with what pages it', async () => {
    expect(await documentInWords(JSON.stringify({ events: [event], pagination: { page: 1 } }))).toEqual([bal]);
  });

  it.each([
    ['words', ['a', 'b']],
    ['objects', [{ tag: 'a' }, { tag: 'b', weigth: 2 }]],
  ])('has themes as %s', async (_what, tags) => {
    const { document } = await readDocument(fetched(JSON.stringify([{ ...event, tags }])));
    expect(document.reports[0]?.fields.themes).toEqual(['a', 'b']);
  });

  it('is named by its place in the list where it has no time', async () => {
    expect(await documentInWords(JSON.stringify([{ ...event, start_datetime: 'demain' }, event]))).toEqual([
      'undated: Bal',
      '! events[0]: not a time: «demain»',
      expect.stringContaining('twice'),
    ]);
  });
});
