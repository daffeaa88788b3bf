import { agenda, ReadModels, type AgendaRow } from '@relais/read-models';
import { HubUnderTest, oneAssembly } from '../testing/index.js';

const now = { RELAIS_NOW: '2026-11-25T09:00:00Z' };

let [publishing, reading]: (HubUnderTest | undefined)[] = [];
beforeAll(async () => {
  publishing = await HubUnderTest.start({ environment: now });
}, 60_000);
afterEach(async () => {
  await reading?.end();
  reading = undefined;
});
afterAll(() => publishing?.end());

/** What a hub's agenda holds of Lille, in an order of its own: without ids, which are each hub's own. */
const facts = (hub: HubUnderTest): string[] =>
  hub
    .get(ReadModels)
    .find(agenda, { where: { assembly: 'lille' } })
    .map(({ row: { title, when, place, cancelled } }: { row: AgendaRow }) =>
      JSON.stringify({ title, when: when ?? null, place: place ?? null, cancelled }),
    )
    .sort();

const readingFrom = async (path: string): Promise<HubUnderTest> => {
  const url = new URL(path, publishing?.url).href;
  reading = await HubUnderTest.start({ configuration: oneAssembly({ id: 'autre-relais', url }), environment: now });
  await reading.recorded('source.first-read');
  await reading.recorded('gathering.recognised', facts(publishing as HubUnderTest).length);
  return reading;
};

describe('a hub that reads another', () => {
  it('knows every gathering of its JSON Feed as that one does: when, where, and whether it takes place', async () => {
    const theirs = facts(publishing as HubUnderTest);
    expect(theirs.length).toBeGreaterThan(20);
    expect(facts(await readingFrom('/lille/feed.json?nombre=1000'))).toEqual(theirs);
  }, 60_000);
});
