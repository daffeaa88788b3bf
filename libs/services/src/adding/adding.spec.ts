import { join } from 'node:path';
import { assembly } from '@relais/assembly';
import { handle, SqliteEventStore } from '@relais/event-store';
import { Queue } from '@relais/transport';
import type { AdminId, AssemblyId, SourceId } from '@relais/vocabulary';
import { Collecting } from '../collector/collecting.js';
import { Collector } from '../collector/collector.js';
import { answers, HubUnderTest, oneAssembly, SourcesUnderTest } from '../testing/index.js';
import { Adding, type Wanted } from './adding.js';
import { SourceRoster } from './source-roster.js';

const calendar = (uid: string, title: string) =>
  answers.text(
    `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:${uid}\r\nSUMMARY:${title}\r\nDTSTART:20261231T170000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
    'text/calendar',
  );
const [lille, by] = ['lille' as AssemblyId, 'secretariat' as AdminId];
const environment = { RELAIS_NOW: '2026-11-25T09:00:00Z' };

const web = new SourcesUnderTest();
let hub: HubUnderTest;
beforeAll(() => web.start());
afterAll(() => web.stop());
beforeEach(async () => {
  web.answer('/connu.ics', calendar('connu', 'Rencontre connue'));
  web.answer('/agenda.ics', calendar('ajoute', 'Rencontre ajoutée'));
  await start();
});
afterEach(() => hub.end());

const configured = () => oneAssembly({ id: 'lille-connu', url: web.at('/connu.ics') });
const start = async (folder?: string, configuration = configured()): Promise<void> => {
  hub = await HubUnderTest.start({ configuration, environment, ...(folder !== undefined && { folder }) });
  // The first collection goes on in the background; this one waits for it.
  await hub.get(Collector).collect(undefined);
  await hub.shown();
};
const restart = async (configuration?: string): Promise<void> => {
  await hub.stop();
  await start(hub.folder, configuration);
};
const add = (wanted: Partial<Wanted> = {}) =>
  hub.get(Adding).add({ assembly: lille, url: web.at('/agenda.ics'), by, ...wanted });
const ids = (): string[] =>
  hub
    .get(SourceRoster)
    .all()
    .map(({ description }) => description.source);

describe('a source that is added', () => {
  it('is read at once, and what it announces is shown', async () => {
    expect(await add({ title: 'Agenda ouvert', platform: 'demosphere' })).toMatchObject({
      added: { source: 'lille-demosphere', title: 'Agenda ouvert', platform: 'demosphere' },
      first: { outcome: 'read', items: 1 },
    });
    await hub.shown();
    expect(await hub.text('/lille/agenda')).toContain('Rencontre ajoutée');
    expect(await hub.text('/sources')).toContain('Agenda ouvert');
    expect(await hub.text('/sources.opml')).toContain(web.at('/agenda.ics'));
  });

  it('is recorded with whoever added it, and how often it is to be read', async () => {
    await add({ every: 120 });
    const [, last] = await hub.events('assembly.source-added');
    expect(last?.data).toMatchObject({ assembly: 'lille', by: 'secretariat', every: 120 });
    expect(hub.get(SourceRoster).get('lille-127-0-0-1' as SourceId)).toMatchObject({ everyMinutes: 120 });
  });

  it('is still there after a restart, and collected with the others', async () => {
    await add();
    await restart();
    expect(ids()).toEqual(['lille-connu', 'lille-127-0-0-1']);
    web.answer('/agenda.ics', calendar('autre', 'Rencontre d’après'));
    await hub.get(Collecting).collectNow('lille-127-0-0-1' as SourceId);
    await hub.shown();
    expect(await hub.text('/lille/agenda')).toContain('Rencontre d’après');
    expect(await hub.events('assembly.source-removed')).toEqual([]);
  });

  it('is read no more once it is removed, also after a restart; what it announced stays', async () => {
    await add();
    expect(await hub.get(Adding).remove({ source: 'lille-127-0-0-1' as SourceId, by })).toEqual({
      removed: 'lille-127-0-0-1',
    });
    expect(await hub.get(Collector).collect(undefined)).toMatchObject([{ source: 'lille-connu' }]);
    await restart();
    expect(ids()).toEqual(['lille-connu']);
    expect(await hub.text('/sources')).not.toContain('127-0-0-1');
    expect(await hub.text('/lille/agenda')).toContain('Rencontre ajoutée');
  });

  it('becomes the configuration’s where that names it', async () => {
    await add({ id: 'lille-agenda' });
    const both = oneAssembly(
      { id: 'lille-connu', url: web.at('/connu.ics') },
      { id: 'lille-agenda', url: web.at('/agenda.ics') },
    );
    await restart(both);
    expect(ids()).toEqual(['lille-connu', 'lille-agenda']);
    expect(await hub.get(Adding).remove({ source: 'lille-agenda' as SourceId, by })).toEqual({
      refused: { type: 'configured', source: 'lille-agenda' },
    });
    await restart();
    expect(ids()).toEqual(['lille-connu']);
  });

  it('stays where the configuration names other sources than before', async () => {
    await add({ id: 'lille-agenda' });
    await restart(oneAssembly());
    expect(ids()).toEqual(['lille-agenda']);
  });

  it('by another process is read as soon as an alarm rings for it', async () => {
    const log = SqliteEventStore.open(join(hub.folder, 'log.db'));
    const source = { source: 'lille-autre' as SourceId, title: 'Autre', platform: 'web', url: web.at('/agenda.ics') };
    await handle(log, 'assembly-lille', assembly, { type: 'add-source', assembly: lille, source, by });
    await log.close();
    await hub.get(Queue).set({ kind: 'collect', id: 'lille-autre', at: new Date().toISOString() });
    await hub.recorded('source.first-read', 2);
    expect(await hub.text('/lille/agenda')).toContain('Rencontre ajoutée');
  });

  it('is read at its own address also in the demonstration, where all others are samples', async () => {
    await hub.end();
    hub = await HubUnderTest.start({ environment });
    expect(await add({ title: 'Agenda ouvert' })).toMatchObject({ first: { outcome: 'read', items: 1 } });
    await hub.shown();
    expect(await hub.text('/lille/agenda?depuis=2026-12-31')).toContain('Rencontre ajoutée');
  });

  it('is added though it cannot be read now, and says so', async () => {
    web.answer('/agenda.ics', answers.status(503));
    expect(await add()).toMatchObject({ first: { outcome: 'failed', reason: { code: 'http-status' } } });
    expect(await hub.events('source.failed')).toHaveLength(1);
  });
});

describe('adding', () => {
  it.each([
    [{ url: 'https://ada:mot@exemple.test/' }, 'address-holds-secret'],
    [{ url: 'file:///etc/passwd' }, 'no-web-address'],
    [{ url: 'exemple.test' }, 'no-web-address'],
    [{ id: 'lille-connu' }, 'id-taken'],
    [{ id: '../lille' }, 'unfit'],
    [{ platform: 'Mon Site' }, 'unfit'],
    [{ title: ' ' }, 'unfit'],
    [{ site: 'javascript:alert(1)' }, 'unfit'],
    [{ every: 5 }, 'unfit'],
  ] as const)('%j is refused, and records nothing', async (wanted, type) => {
    const before = (await hub.events()).length;
    expect(await add(wanted)).toMatchObject({ refused: { type } });
    expect(await hub.events()).toHaveLength(before);
  });

  it('what is read already is refused, by whichever name', async () => {
    const read = { refused: { type: 'read-already', source: 'lille-connu' } };
    expect(await add({ url: `${web.at('/connu.ics')}#ici` })).toMatchObject(read);
    await add();
    expect(await add()).toMatchObject({ refused: { type: 'read-already', source: 'lille-127-0-0-1' } });
  });

  it('under the id of a source of another assembly is refused, since its history is that one’s', async () => {
    const [one] = (JSON.parse(configured()) as { assemblies: object[] }).assemblies;
    await restart(JSON.stringify({ assemblies: [one, { ...one, id: 'brest', sources: [], lists: [] }] }));
    const wanted = { assembly: 'brest' as AssemblyId, id: 'lille-connu' };
    expect(await add(wanted)).toEqual({ refused: { type: 'id-taken', source: 'lille-connu' } });
    expect(await add({ ...wanted, id: 'brest-agenda', url: web.at('/connu.ics') })).toMatchObject({
      added: { source: 'brest-agenda' },
    });
  });

  it('two at the same moment gives each an id of its own', async () => {
    web.answer('/autre.ics', calendar('autre', 'Autre'));
    const both = await Promise.all([add(), add({ url: web.at('/autre.ics') })]);
    expect(both).toMatchObject([{ added: { source: 'lille-127-0-0-1' } }, { added: { source: 'lille-127-0-0-1-2' } }]);
  });

  it('to an assembly that there is not is wrong, and says which there are', async () => {
    await expect(add({ assembly: 'paris' as AssemblyId })).rejects.toThrow('no assembly «paris»');
  });
});
