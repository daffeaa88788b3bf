import { gatherings, ReadModels, type GatheringRow } from '@relais/read-models';
import { HubUnderTest } from '../testing/index.js';

/** Lille's real history, as its platforms tell it: the samples of the repository, read, recognised and projected. */
describe('the history of Lille and its sister cities', () => {
  let hub: HubUnderTest;
  let rows: GatheringRow[];
  beforeAll(async () => {
    hub = await HubUnderTest.start({ environment: { RELAIS_NOW: '2026-11-25T09:00:00Z' } });
    rows = hub
      .get(ReadModels)
      .find(gatherings)
      .map(({ row }) => row);
  });
  afterAll(() => hub.end());

  const series = "Construire dans l'action l'assemblée des communs";
  const announced = (row: GatheringRow | undefined): string[] | undefined =>
    row?.announcements.map(({ source }) => source).sort();
  const everywhere = ['lille-communecter', 'lille-demosphere', 'lille-facebook'];

  it.each([
    ['10', everywhere, { starts: '2016-07-21T10:00:00Z' }],
    ['11', everywhere, { starts: '2016-08-18T10:00:00Z' }],
    ['12', everywhere, { starts: '2016-10-27T10:00:00Z' }],
    // Nobody says at what hour.
    ['14', ['lille-communecter', 'lille-facebook'], { kind: 'all-day', from: '2016-12-12', until: '2016-12-12' }],
  ])('knows meeting %s once, with every announcement of it', (number, sources, when) => {
    const found = rows.filter(({ title }) => title === `${series} ${number}`);
    expect(found).toHaveLength(1);
    expect(announced(found[0])).toEqual(sources);
    expect(found[0]?.when).toMatchObject(when);
  });

  it('merges nothing else of the past', () => {
    const merged = rows.filter(
      ({ announcements, title }) => announcements.length > 1 && !title.startsWith('[exemple]'),
    );
    expect(merged.map(({ title }) => title.replace(`${series} `, '')).sort()).toEqual(['10', '11', '12', '14']);
  });

  it('recognises what the programme to come announces in two places', () => {
    const coming = rows.filter(({ assembly, title }) => assembly === 'lille' && title.startsWith('[exemple]'));
    expect(coming).toHaveLength(4);
    expect(coming.filter(({ announcements }) => announcements.length === 2).length).toBeGreaterThan(0);
  });

  it('leaves undated what nobody dated', () => {
    const undated = rows.filter(({ when }) => when === undefined);
    expect(undated.length).toBeGreaterThan(5);
    expect(undated.every(({ assembly }) => assembly === 'lille')).toBe(true);
  });

  it('knows the sister cities by their own gatherings', () => {
    const cities = new Set(rows.map(({ assembly }) => assembly as string));
    expect([...cities].sort()).toEqual(['brest', 'gent', 'grenoble', 'lille', 'marseille', 'rennes', 'toulouse']);
  });
});
