import { HubUnderTest, oneAssembly } from '../testing/index.js';
import { Founding } from './founding.js';

const rhythm = {
  ...{ id: 'lille-assemblees', title: 'Assemblée des communs de Lille', rule: 'FREQ=MONTHLY;BYDAY=-1TH' },
  ...{ from: '2026-01-01', times: ['12:00', '18:00'] },
};
/** One assembly that means to meet like this, or has no rhythm. */
const meaning = (changed?: object): string => {
  const configuration = JSON.parse(oneAssembly()) as { assemblies: object[] };
  const [assembly] = configuration.assemblies;
  return JSON.stringify({ assemblies: [{ ...assembly, rhythms: changed ? [{ ...rhythm, ...changed }] : [] }] });
};
const now = { RELAIS_NOW: '2026-11-24T09:00:00Z' };

describe('the rhythms of relais.yaml', () => {
  it('are recorded when they change, skipped days once, and end when they are removed', async () => {
    const types = ['rhythm.set', 'rhythm.occurrence-skipped', 'rhythm.occurrence-restored', 'rhythm.ended'];
    const skip = ['2026-12-31'];
    const times = ['18:30'];
    const place = { name: 'MRES', city: 'Lille' };
    let hub = await HubUnderTest.start({ configuration: meaning({ skip, place }), environment: now });
    const startedAgain = async (configuration: string): Promise<string[]> => {
      await hub.stop();
      hub = await HubUnderTest.start({ configuration, environment: now, folder: hub.folder });
      await hub.get(Founding).found();
      return (await hub.events(...types)).map(({ type }) => type.replace('rhythm.', ''));
    };
    try {
      const [first] = await hub.events('rhythm.set');
      expect(first).toMatchObject({ stream: 'rhythm-lille' });
      expect(first?.data).toEqual({
        ...{ rhythm: 'lille-assemblees', assembly: 'lille' },
        plan: {
          ...{ title: rhythm.title, rule: rhythm.rule, from: rhythm.from, times: rhythm.times },
          ...{ zone: 'Europe/Paris', place },
        },
      });
      const begun = ['set', 'occurrence-skipped'];
      expect(await startedAgain(meaning({ skip, place }))).toEqual(begun);
      expect(await startedAgain(meaning({ skip, place, times }))).toEqual([...begun, 'set']);
      expect(await startedAgain(meaning({ place, times }))).toEqual([...begun, 'set', 'occurrence-restored']);
      expect(await startedAgain(meaning())).toEqual([...begun, 'set', 'occurrence-restored', 'ended']);
    } finally {
      await hub.end();
    }
  });

  it('are shown as expected on pages, and told as facts to no feed and no calendar', async () => {
    const hub = await HubUnderTest.start({ configuration: meaning({}), environment: now });
    try {
      await hub.shown();
      expect(await hub.text('/lille')).toContain('attendue, pas encore annoncée');
      for (const path of ['/lille/feed.rss', '/lille/feed.atom', '/lille/feed.json', '/lille/agenda.ics']) {
        const feed = await hub.text(path);
        expect(feed).toContain('Lille');
        expect(feed).not.toMatch(/BEGIN:VEVENT|<item>|<entry>|"date_published"/);
      }
    } finally {
      await hub.end();
    }
  });
});
