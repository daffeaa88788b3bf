import { readDocument } from '../index.js';
import { fetched } from '../testing/fetched.js';

const read = async (...events: object[]) =>
  (
    await readDocument(
      fetched(JSON.stringify({ total: events.length, events }), { url: 'https://api.test/v2/agendas/77/events' }),
    )
  ).document;

const on = (day: number) => ({ begin: `2026-11-${day}T14:00:00+01:00`, end: `2026-11-${day}T18:00:00+01:00` });
const event = (...timings: object[]) => ({ uid: 5, title: { fr: 'Fête' }, timezone: 'Europe/Paris', timings });

describe('an event with timings', () => {
  it('is an item for each; the first keeps its key when it is moved or others are added', async () => {
    const keys = async (...timings: object[]) => (await read(event(...timings))).reports.map(({ item }) => item);
    expect(await keys(on(10))).toEqual(['5']);
    expect(await keys(on(11))).toEqual(['5']);
    expect(await keys(on(11), on(12))).toEqual(['5', '5|2026-11-12T14:00:00+01:00']);
  });

  it('has no end before its beginning, and no time where there is none', async () => {
    const { reports } = await read(event(), event({ begin: on(10).end, end: on(10).begin }));
    expect(reports.map(({ fields }) => fields.when)).toEqual([undefined]);
    expect((await read(event({ begin: on(10).end, end: on(10).begin }))).reports[0]?.fields.when).not.toHaveProperty(
      'ends',
    );
  });

  it('links to its agenda by number where the answer does not name it', async () => {
    expect((await read(event(on(10)))).reports[0]?.fields.link).toBe('https://openagenda.com/agendas/77/events/5');
  });

  it('is read in its first 200 timings, and says so', async () => {
    const { reports, errors } = await read(
      event(...Array.from({ length: 250 }, (_none, index) => on(10 + (index % 20)))),
    );
    expect(reports.length).toBeLessThanOrEqual(200);
    expect(errors).toContainEqual({ where: 'events[0]', what: 'more than 200 timings; the rest was not read' });
  });
});
