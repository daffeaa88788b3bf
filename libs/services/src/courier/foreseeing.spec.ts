import { EventStore } from '@relais/event-store';
import type { AdminId } from '@relais/vocabulary';
import { Approving } from '../correspondence/approving.js';
import { HubUnderTest, oneAssembly, outbox } from '../testing/index.js';
import { Deployment } from '../wiring/deployment.js';
import { Composer } from './composer.js';
import { compose, list, now, subscribers } from './testing/subscribed.js';

let hub: HubUnderTest;
afterEach(() => hub.end());

const by = 'secretariat' as AdminId;
const foresee = () => hub.get(Composer).compose(hub.get(Deployment).list(list), { dryRun: true, language: 'en' });
const started = async (more: object = {}): Promise<void> => {
  const calendar = { id: 'lille-demosphere', url: 'https://exemple.test/agenda.ics' };
  const configuration = JSON.parse(oneAssembly(calendar)) as { assemblies: [{ lists: [object] }] };
  Object.assign(configuration.assemblies[0].lists[0], more);
  const admins = [{ id: by, address: 'secretariat@exemple.test' }];
  hub = await HubUnderTest.start({
    configuration: JSON.stringify({ ...configuration, admins }),
    environment: { RELAIS_NOW: now },
  });
  await publishes('Assemblée');
};
const publishes = async (title: string): Promise<void> => {
  const when = { kind: 'all-day', from: '2026-12-05', until: '2026-12-05' };
  const basis = { source: 'lille-demosphere', item: title };
  const data = { gathering: title, assembly: 'lille', title, when, basis, place: { name: 'Mairie', city: 'Lille' } };
  await hub.get(EventStore).append(`gathering-${title}`, [{ type: 'gathering.recognised', data: data }], 'any');
  await hub.shown();
};

describe('a dry run of an issue', () => {
  it('shows the letter, who would get it and what is new, and changes nothing', async () => {
    await started();
    await subscribers(hub, 5);
    const before = (await hub.events()).length;
    const { outcome, letters, foreseen } = await foresee();
    expect([outcome, letters]).toEqual(['dry-run', 5]);
    expect(foreseen?.copies).toEqual([
      { language: 'fr', length: 'full', format: 'html', letters: 3 },
      { language: 'en', length: 'full', format: 'html', letters: 2 },
    ]);
    expect(foreseen?.difference).toMatchObject({ added: [{ title: 'Assemblée' }], removed: [], changed: [] });
    expect(foreseen).not.toHaveProperty('previous');
    for (const said of [foreseen?.letter.text, foreseen?.letter.html]) {
      expect(said).toContain('Assemblée');
      expect(said).not.toContain('{{');
    }
    expect((await hub.events()).length).toBe(before);
    expect(await outbox(hub.folder)).toEqual([]);
  });

  it('of one that is on record shows it as it stands there', async () => {
    await started({ approval: true });
    await subscribers(hub, 1);
    await compose(hub);
    await publishes('Trop tard');
    const { outcome, foreseen } = await foresee();
    expect(outcome).toBe('already-sent');
    expect(foreseen?.letter.text).toContain('Assemblée');
    expect(foreseen?.letter.text).not.toContain('Trop tard');
  });
});

describe('an issue that waits', () => {
  it('leaves once it is approved, and no letter of it before', async () => {
    await started({ approval: true });
    await subscribers(hub, 2);
    const { issue, letters } = await compose(hub);
    expect(letters).toBe(0);
    expect(await hub.get(Approving).rule({ issue, by, verdict: 'approve' })).toBe('done');
    await hub.recorded('digest.completed');
    expect(await outbox(hub.folder)).toHaveLength(2);
    expect((await hub.events('digest.approved')).map(({ data }) => data)).toEqual([{ issue, by }]);
    expect(await hub.get(Approving).rule({ issue, by, verdict: 'reject', note: 'trop tard' })).toBe('not-waiting');
  });

  it('never leaves once it is rejected, and says why', async () => {
    await started({ approval: true });
    await subscribers(hub, 2);
    const { issue } = await compose(hub);
    expect(await hub.get(Approving).rule({ issue, by, verdict: 'reject', note: 'La date est fausse.' })).toBe('done');
    await hub.recorded('letter.refused', 2);
    expect(await outbox(hub.folder)).toEqual([]);
    expect((await hub.events('digest.rejected')).map(({ data }) => data)).toEqual([
      { issue, by, note: 'La date est fausse.' },
    ]);
  });

  it('is one that was composed', async () => {
    await started();
    expect(await hub.get(Approving).rule({ issue: 'nothing' as never, by, verdict: 'approve' })).toBe('not-composed');
  });
});
