import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { answers, HubUnderTest, oneAssembly, SourcesUnderTest } from '../../testing/index.js';
import { Collector } from '../collector.js';

const calendar = (...names: string[]): string =>
  [
    'BEGIN:VCALENDAR',
    ...names.flatMap((name) => [
      ...['BEGIN:VEVENT', `UID:${name}`, `SUMMARY:Rencontre ${name}`],
      ...[`DTSTART:203001${name}T180000Z`, 'END:VEVENT'],
    ]),
    'END:VCALENDAR',
  ].join('\r\n');
/** The latest first, as many as its window holds. */
const feed = (...names: string[]): string =>
  `<rss version="2.0" xmlns:ev="http://purl.org/rss/1.0/modules/event/"><channel>${names
    .map(
      (name) =>
        `<item><guid isPermaLink="false">${name}</guid><title>Rencontre ${name}</title>` +
        `<ev:startdate>2030-01-${name}T18:00:00Z</ev:startdate></item>`,
    )
    .join('')}</channel></rss>`;

describe('an item to come that its source no longer shows', () => {
  const web = new SourcesUnderTest();
  let hub: HubUnderTest | undefined;
  beforeAll(() => web.start());
  afterAll(() => web.stop());
  afterEach(async () => {
    await hub?.end();
    hub = undefined;
  });

  const start = async (folder?: string): Promise<HubUnderTest> => {
    const configuration = oneAssembly({ id: 'source', url: web.at('/source') });
    return (hub = await HubUnderTest.start({ configuration, ...(folder && { folder }) }));
  };
  const reading = async (document: string): Promise<HubUnderTest> => {
    web.answer('/source', answers.text(document, ''));
    const of = hub ?? (await start());
    await of.get(Collector).collect(undefined);
    await of.shown();
    return of;
  };
  const withdrawn = async (of: HubUnderTest): Promise<unknown[]> =>
    (await of.events('source.item-withdrawn')).map(({ data }) => data);
  const vanished = (item: string) => ({ source: 'source', item, reason: 'vanished' });

  it('is withdrawn from the agenda when it is missing twice from a calendar, and comes back with it', async () => {
    await reading(calendar('05', '06', '07'));
    const once = await reading(calendar('05', '07'));
    expect(await withdrawn(once)).toEqual([]);
    expect(await once.text('/lille/agenda')).toContain('Rencontre 06');
    const twice = await reading(calendar('05', '07', '08'));
    expect(await withdrawn(twice)).toMatchObject([vanished('06')]);
    expect(await twice.text('/lille/agenda')).not.toContain('Rencontre 06');
    await reading(calendar('05', '07', '08'));
    expect(await withdrawn(twice)).toHaveLength(1);
    const back = await reading(calendar('05', '06', '07', '08'));
    expect(await back.text('/lille/agenda')).toContain('Rencontre 06');
    expect(await back.events('gathering.recognised')).toHaveLength(4);
  });

  it('is missing again where its server says that nothing changed, or not a byte did', async () => {
    await reading(calendar('05', '06', '07'));
    await reading(calendar('05', '07'));
    expect(await withdrawn(await reading(calendar('05', '07')))).toMatchObject([vanished('06')]);
    web.answer('/source', ({ headers }, response) => {
      if (headers['if-none-match'] === '"2"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"2"' }).end(calendar('05'));
    });
    const of = hub as HubUnderTest;
    await of.get(Collector).collect(undefined);
    expect(await of.get(Collector).collect(undefined)).toMatchObject([{ outcome: 'not-modified', events: 2 }]);
    expect(await withdrawn(of)).toMatchObject([vanished('06'), vanished('07')]);
  });

  it('is missing twice also when Relais was started again in between, and once more where it forgot', async () => {
    await reading(calendar('05', '06', '07'));
    const { folder } = await reading(calendar('05', '07'));
    await hub?.stop();
    await start(folder);
    await reading(calendar('05', '07', '08'));
    expect(await withdrawn(hub as HubUnderTest)).toMatchObject([vanished('06')]);
    await reading(calendar('05', '08'));
    await hub?.stop();
    for (const suffix of ['', '-wal', '-shm']) rmSync(join(folder, `readings.db${suffix}`), { force: true });
    await start(folder);
    // What the start reads in the background is read in the same lane, and so before this.
    await reading(calendar('05', '08'));
    await reading(calendar('05', '08'));
    expect(await withdrawn(hub as HubUnderTest)).toMatchObject([vanished('06'), vanished('07')]);
  });

  it('stays where it only left the window of a feed, and goes where the feed still shows what came before it', async () => {
    await reading(feed('09', '08', '07', '06'));
    await reading(feed('10', '09', '08', '07'));
    await reading(feed('11', '10', '09', '08'));
    const window = await reading(feed('11', '10', '09', '08'));
    expect(await withdrawn(window)).toEqual([]);
    await reading(feed('11', '09', '08'));
    await reading(feed('11', '09', '08'));
    expect(await withdrawn(window)).toMatchObject([vanished('10')]);
  });

  it('stays while its calendar cannot be read, not wholly, or is empty', async () => {
    await reading(calendar('05', '06', '07'));
    await reading(calendar('05', '07'));
    web.answer('/source', answers.status(500));
    await (hub as HubUnderTest).get(Collector).collect(undefined);
    await reading(calendar('05', '07').replace('DTSTART:20300107T180000Z', 'DTSTART:soon'));
    await reading(calendar());
    expect(await withdrawn(hub as HubUnderTest)).toEqual([]);
  });

  it('stays in the history where it is over', async () => {
    const past = (...names: string[]): string => calendar(...names).replaceAll('DTSTART:2030', 'DTSTART:2020');
    await reading(past('05', '06', '07'));
    await reading(past('05', '07'));
    expect(await withdrawn(await reading(past('05', '07')))).toEqual([]);
  });
});
