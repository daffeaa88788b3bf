import { readDocument } from '../index.js';
import { fetched } from '../testing/fetched.js';
import { documentInWords } from '../testing/in-words.js';

const event = {
  ...{ __typename: 'Event', uuid: 'u', url: 'https://m.test/events/u', title: 'Bal', beginsOn: '2026-11-26T17:00:00Z' },
  ...{ endsOn: null, status: 'CONFIRMED', tags: [], options: {}, physicalAddress: null },
};
const search = (more: object): object => ({ searchEvents: { total: 1, elements: [{ ...event, ...more }] } });
const bal = '2026-11-26T17:00Z Europe/Paris, confirmed: Bal';

describe('an event of Mobilizon, as its versions answer', () => {
  it.each([
    [
      'an end',
      { endsOn: '2026-11-26T19:00:00Z' },
      '2026-11-26T17:00Z to 2026-11-26T19:00Z Europe/Paris, confirmed: Bal',
    ],
    ['fractions of seconds', { beginsOn: '2026-11-26T17:00:00.000Z' }, bal],
    ['a zone', { options: { timezone: 'Europe/London' } }, '2026-11-26T17:00Z Europe/London, confirmed: Bal'],
    [
      'a zone of its address',
      { options: null, physicalAddress: { timezone: 'Europe/London' } },
      '2026-11-26T17:00Z Europe/London, confirmed: Bal',
    ],
    ['a status in small letters', { status: 'cancelled' }, '2026-11-26T17:00Z Europe/Paris, cancelled: Bal'],
    ['a hidden hour', { options: { showStartTime: false, showEndTime: false } }, '2026-11-26, confirmed: Bal'],
    [
      'what no version before it said',
      { joinOptions: 'EXTERNAL', externalParticipationUrl: 'https://x.test', longEvent: true },
      bal,
    ],
  ])('is read with %s', async (_what, more, read) => {
    expect(await documentInWords(JSON.stringify({ data: search(more) }))).toEqual([read]);
  });

  it.each([
    ['one event', { event }],
    ['a group’s', { group: { id: '1', organizedEvents: { elements: [event] } } }],
    ['several lists of one event', { searchEvents: { elements: [event] }, group: null }],
  ])('is read as %s', async (_what, data) => {
    expect(await documentInWords(JSON.stringify({ data }))).toEqual([bal]);
  });

  it('is read beside what the server could not answer, whatever stands first', async () => {
    const errors = [{ message: 'Not found', code: 'not_found', path: ['group'], status_code: 404 }];
    const read = [bal, '! errors[0]: Not found'];
    expect(await documentInWords(JSON.stringify({ data: { ...search({}), group: null }, errors }))).toEqual(read);
    expect(await documentInWords(JSON.stringify({ errors, data: { ...search({}), group: null } }))).toEqual(read);
    expect(await documentInWords(JSON.stringify({ extensions: {}, errors, data: search({}) }))).toEqual(read);
  });

  it('is read in an answer to several questions', async () => {
    expect(await documentInWords(JSON.stringify([{ data: search({}) }, { data: { config: {} } }]))).toEqual([bal]);
  });

  it.each([
    ['no data', { data: null, errors: [{ message: 'Not allowed' }] }, 'refused: Mobilizon: no data: Not allowed'],
  ])('is refused with the reason: %s', async (_what, answer, read) => {
    const text = JSON.stringify(answer).replace('"Not allowed"', '"Not allowed","locations":[]');
    expect(await documentInWords(text)).toEqual([read]);
  });

  it.each([
    ['objects', [{ title: 'a', slug: 'a' }]],
    ['words', ['a']],
  ])('has themes as %s', async (_what, tags) => {
    const { document } = await readDocument(fetched(JSON.stringify({ data: search({ tags }) })));
    expect(document.reports[0]?.fields.themes).toEqual(['a']);
  });
});
