import { gatherings, ReadModels } from '@relais/read-models';
import { HubUnderTest } from '../../testing/index.js';

let hub: HubUnderTest;
beforeAll(async () => {
  hub = await HubUnderTest.start({ environment: { RELAIS_NOW: '2026-11-25T09:00:00Z' } });
});
afterAll(() => hub.end());

const withThree = (): string => {
  const found = hub
    .get(ReadModels)
    .find(gatherings)
    .find(({ row }) => row.announcements.length >= 3);
  if (found === undefined) throw new Error('no gathering of the demonstration has three announcements');
  return found.key;
};

describe('the story of a gathering', () => {
  it('is linked from its page, and tells each event with its source', async () => {
    const path = `/rencontres/${withThree()}`;
    expect(await hub.text(path)).toContain(`href="${path}/histoire"`);
    const html = await hub.text(`${path}/histoire`);
    expect(html).toContain('Rencontre reconnue');
    expect(html.match(/Annonce rattachée/gu)).toHaveLength(3);
    expect(html).toMatch(/<a href="\/sources\/[^"]+">selon [^<]+<\/a>/u);
    expect(await hub.text(`${path}/histoire?lang=en`)).toContain('The story of this page');
  });

  it('is told to machines, each event by its place in the log', async () => {
    const answer = await hub.fetch(`/rencontres/${withThree()}/histoire.json`);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    const { story } = (await answer.json()) as { story: { position: string; type: string; changes: unknown[] }[] };
    expect(story.length).toBeGreaterThanOrEqual(4);
    expect(story[0]).toMatchObject({ type: 'gathering.recognised' });
    expect(story[0]?.changes.length).toBeGreaterThan(0);
  });

  it.each(['/rencontres/none/histoire', '/rencontres/none/histoire.json'])('is not there at %s', async (path) => {
    expect((await hub.fetch(path)).status).toBe(404);
  });
});
