import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from '@relais/configuration';
import { KurrentEventStore } from '@relais/event-store/kurrentdb';
import { EventStoreServer } from '@relais/event-store/kurrentdb/testing';
import { Generations } from '@relais/read-models';
import { Collector } from '../collector/collector.js';
import { openLog } from '../command-line/open-files.js';
import { Output } from '../command-line/output.js';
import { status } from '../command-line/verbs/status.js';
import { parts } from '../start/part.js';
import { startParts } from '../start/start-parts.js';
import { answers, HubUnderTest, oneAssembly, outbox, SignedIn, SourcesUnderTest } from '../testing/index.js';
import { deploy } from './deploy.js';
import { Deployment } from './deployment.js';

const rss = (title: string): string =>
  `<rss version="2.0"><channel><title>F</title><item><guid>1</guid><title>${title}</title></item></channel></rss>`;

describe('a hub whose log is in an event store server', () => {
  const web = new SourcesUnderTest();
  let server: EventStoreServer;
  let hub: HubUnderTest;
  let environment: Record<string, string>;
  const configuration = (): string =>
    JSON.stringify({
      ...(JSON.parse(oneAssembly({ id: 'feed', url: web.at('/feed') })) as object),
      admins: [{ id: 'secretariat', address: 'secretariat@exemple.test' }],
    });
  beforeAll(async () => {
    await web.start();
    web.answer('/feed', answers.text(rss('Un')));
    server = await EventStoreServer.start();
    environment = { EVENTSTORE_URL: server.url() };
    hub = await HubUnderTest.start({ configuration: configuration(), environment });
  });
  afterAll(async () => {
    await hub.end();
    await web.stop();
    await server.end();
  });

  it('collects and shows, and no file holds a log', async () => {
    await hub.get(Collector).collect(undefined);
    await hub.shown();
    expect(await hub.text('/lille')).toContain('Un');
    expect(server.log.all.filter(({ type }) => type === 'source.item-published')).toHaveLength(1);
    expect(existsSync(join(hub.folder, 'log.db'))).toBe(false);
  });

  it('writes letters', async () => {
    await hub.post('/abonnement', { liste: 'info-lille', adresse: 'alice@exemple.test', consentement: 'oui' });
    await hub.recorded('letter.accepted');
    expect((await outbox(hub.folder)).map(({ to }) => to?.[0]?.address)).toEqual(['alice@exemple.test']);
  });

  it('goes on when the server was started anew', async () => {
    await server.restart();
    web.answer('/feed', answers.text(rss('Un, corrigé')));
    await hub.get(Collector).collect(undefined);
    await hub.shown();
    expect(await hub.text('/lille')).toContain('Un, corrigé');
  });

  it('is read by the command line beside it', async () => {
    const log = openLog(readSettings({ ...environment, RELAIS_DATA: hub.folder }));
    const types: string[] = [];
    for await (const page of log.readAll()) types.push(...page.map(({ type }) => type));
    expect(types).toContain('source.item-revised');
    await log.close();
  });

  it('does not take positions for numbers of events: the status knows none, and how far the pages are', async () => {
    await hub.shown();
    const lines: string[] = [];
    const stream = { write: (text: string) => lines.push(text) > 0 } as unknown as NodeJS.WriteStream;
    const deployment = () => hub.get(Deployment);
    const desk = { settings: deployment().settings, output: new Output(true, stream, stream), deployment };
    expect(await status.run(desk, {}, [])).toBe(0);
    expect(JSON.parse(lines.join(''))).toMatchObject({
      events: null,
      position: Number(server.log.all.at(-1)?.position),
      projections: expect.arrayContaining([expect.objectContaining({ lag: 0 })]),
    });
  });

  it('goes on with the read models that it has, from the position where they stand', async () => {
    await hub.shown();
    const generation = () => new Generations(join(hub.folder, 'read-models')).current();
    const [folder, before] = [hub.folder, generation()];
    await hub.stop();
    web.answer('/feed', answers.text(rss('Un, corrigé encore')));
    hub = await HubUnderTest.start({ folder, configuration: configuration(), environment });
    await hub.get(Collector).collect(undefined);
    await hub.shown();
    expect(generation()).toBe(before);
    expect(await hub.text('/lille')).toContain('Un, corrigé encore');
  });

  it('shows an admin the page of then, by an instant and by a position of the server', async () => {
    const admin = await SignedIn.to(hub);
    const [published] = await hub.events('source.item-published');
    const of = (le: string) => admin.get(`/lille?${new URLSearchParams({ le })}`);
    for (const le of [String(published?.recordedAt), `position:${published?.position}`]) {
      const was = await of(le);
      expect([le, was.status, was.redirected]).toEqual([le, 200, false]);
      const html = await was.text();
      expect([html.includes('>Un<'), html.includes('corrigé')]).toEqual([true, false]);
    }
    expect(await (await of(`position:${server.log.all.at(-1)?.position}`)).text()).toContain('Un, corrigé encore');
    const nowhere = await of(`position:${(published?.position ?? 0n) + 5n}`);
    expect([nowhere.status, (await nowhere.text()).includes('Écrivez un jour')]).toEqual([400, true]);
    expect((await of('2014-01-01')).status).toBe(404);
  });

  it('is ready while its pages are behind by a few events, however far apart these stand, and not by thousands', async () => {
    const [{ type, data } = { type: '', data: {} }] = await hub.events('source.item-revised');
    const again = (count: number) => Array.from({ length: count }, () => ({ type, data }));
    const { settings } = hub.get(Deployment);
    await hub.stop();
    const log = await KurrentEventStore.open(server.url());
    await log.append('again', again(20), 'any');
    const portal = await startParts(
      deploy(settings),
      parts.filter(({ name }) => name === 'portal'),
    );
    const ready = async () => (await fetch(new URL('/readyz', portal.url))).status;
    try {
      expect(await ready()).toBe(200);
      for (let n = 0; n < 10; n++) await log.append('again', again(100), 'any');
      expect(await ready()).toBe(503);
    } finally {
      await portal.stop();
      await log.close();
    }
  });
});

describe('a hub whose event store server is not there', () => {
  it('says so where an option of its address is unknown, without a word of the password', async () => {
    const settings = { EVENTSTORE_URL: 'esdb://me:secret@127.0.0.1:1?tsl=false' };
    const started = HubUnderTest.start({ configuration: oneAssembly(), environment: settings });
    await expect(started).rejects.toThrow('EVENTSTORE_URL: «tsl» is no option of it');
    await expect(started).rejects.not.toThrow('secret');
  });
});
