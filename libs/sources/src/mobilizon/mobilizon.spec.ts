import { readDocument } from '../index.js';
import { fetched } from '../testing/fetched.js';
import { sharedFile, withShared } from '../testing/shared.js';

const read = async (document: object) =>
  (await readDocument(fetched(JSON.stringify(document), { url: 'https://mobilizon.test/api' }))).document;

const event = (members: object = {}) => ({
  ...{ uuid: '39a0c4a6-f2b6-41dc-bbe2-fc5bff76cc93', url: 'https://mobilizon.test/events/39a0', title: 'A' },
  ...{ beginsOn: '2026-12-04T23:30:00Z', endsOn: '2026-12-05T22:00:00Z', ...members },
});
const whenIn = async (options: object) => (await read({ data: { event: event({ options }) } })).reports[0]?.fields.when;

describe('an hour that the organisers do not show', () => {
  it('is not known: of the beginning the day stays, where it is', async () => {
    expect(await whenIn({ showStartTime: false, timezone: 'Europe/Paris' })).toEqual({
      ...{ kind: 'all-day', from: '2026-12-05', until: '2026-12-05' },
    });
    expect(await whenIn({ showEndTime: false })).not.toHaveProperty('ends');
    expect(await whenIn({ showEndTime: true })).toHaveProperty('ends', '2026-12-05T22:00:00Z');
  });
});

describe('an answer of Mobilizon', () => {
  it.each([
    { searchEvents: { elements: [event()] } },
    { group: { organizedEvents: { elements: [event()] } } },
    { event: event() },
  ])('has its events where the query put them: %j', async (data) => {
    expect((await read({ data })).reports.map(({ item }) => item)).toEqual(['https://mobilizon.test/events/39a0']);
  });

  it('is refused with its own reason where there is none', async () => {
    const refused = read({ errors: [{ message: 'Query is too deep', locations: [] }] });
    await expect(refused).rejects.toThrow('Mobilizon: no data: Query is too deep');
  });
});

describe('an event of Mobilizon', () => {
  withShared('has the same key as when it is federated (needs ../shared)', async () => {
    const activity = await readDocument(fetched(sharedFile('fixtures/mobilizon/mobilizon-post-activity.json')));
    const federated = activity.document.reports[0]?.item;
    const { reports } = await read({ data: { event: event({ url: federated }) } });
    expect(federated).toMatch(/^https:\/\/mobilizon\.fr\/events\//);
    expect(reports[0]?.item).toBe(federated);
  });
});
