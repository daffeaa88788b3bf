import { readDocument } from '../index.js';
import { fetched } from '../testing/fetched.js';
import { documentInWords } from '../testing/in-words.js';

const timings = [{ begin: '2026-11-26T18:00:00+01:00', end: '2026-11-26T20:00:00+01:00' }];
const event = { uid: 12, slug: 'bal', title: { fr: 'Bal', en: 'Ball' }, timezone: 'Europe/Paris', timings };
const answer = (more: object): string => JSON.stringify({ total: 1, events: [{ ...event, ...more }], success: true });
const bal = '2026-11-26T17:00Z to 2026-11-26T19:00Z Europe/Paris: Bal';

/** The export of version 1: an event says its place itself, and its timings have a start. */
const first = {
  ...{ uid: 12, slug: 'bal', canonicalUrl: 'https://openagenda.com/a/events/bal', title: { fr: 'Bal' } },
  ...{ description: { fr: 'On danse' }, freeText: { fr: '' }, locationName: 'Salle', address: '1 rue X, 59000 Lille' },
  ...{ city: 'Lille', postalCode: '59000', latitude: '50.6', longitude: '3.07', keywords: { fr: ['danse'] } },
  timings: [
    { start: '2026-11-26T17:00:00.000Z', end: '2026-11-26T19:00:00.000Z' },
    { start: '2026-11-27T17:00:00.000Z', end: '2026-11-27T19:00:00.000Z' },
  ],
};

describe('an event of OpenAgenda, as its versions write it', () => {
  it.each([
    ['version 2', {}, [bal]],
    ['one language', { title: 'Bal' }, [bal]],
    ['a language that is neither French nor English', { title: { de: 'Ball' } }, [bal.replace('Bal', 'Ball')]],
    [
      'an offset without a colon',
      { timings: [{ begin: '2026-11-26T18:00:00.000+0100', end: '2026-11-26T20:00:00.000+0100' }] },
      [bal],
    ],
    ['times of its zone', { timings: [{ begin: '2026-11-26T18:00:00', end: '2026-11-26T20:00:00' }] }, [bal]],
    ['its first time alone', { timings: undefined, firstTiming: timings[0], lastTiming: timings[0] }, [bal]],
    ['an id as a text', { uid: '12' }, [bal]],
    [
      'a status in words',
      { status: { id: 6, label: { fr: 'Annulé' } } },
      [bal.replace(':00Z Europe/Paris', ':00Z Europe/Paris, cancelled')],
    ],
    ['no timings', { timings: [], onlineAccessLink: null }, ['undated: Bal']],
  ])('is read with %s', async (_what, more, read) => {
    expect(await documentInWords(answer(more))).toEqual(read);
  });

  it('is read as version 1 exported it', async () => {
    const body = JSON.stringify({ total: 1, offset: 0, limit: 20, events: [first] });
    expect(await documentInWords(body)).toEqual([bal, bal.replaceAll('-26', '-27')]);
    const { document } = await readDocument(fetched(body));
    expect(document.reports[0]?.fields).toMatchObject({
      place: { name: 'Salle', address: '1 rue X, 59000 Lille', postalCode: '59000', city: 'Lille', latitude: 50.6 },
      themes: ['danse'],
      summary: 'On danse',
    });
  });

  it('is refused where there is no list', async () => {
    const read = await documentInWords('{"success":false,"message":"events: key missing","timings":[]}');
    expect(read).toEqual(['refused: JSON without items, not a feed or calendar']);
  });
});
