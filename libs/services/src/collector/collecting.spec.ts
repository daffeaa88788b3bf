import { join } from 'node:path';
import { SqliteEventStore } from '@relais/event-store';
import { answers, HubUnderTest, SourcesUnderTest, oneAssembly } from '../testing/index.js';
import { Collector } from './collector.js';

const item = (n: number, title = `Nouvelle ${n}`): string =>
  `<item><guid>n${n}</guid><title>${title}</title><link>https://exemple.test/n${n}</link></item>`;
const rss = (...items: string[]): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Exemple</title>${items.join('')}</channel></rss>`;

const web = new SourcesUnderTest();
let hub: HubUnderTest | undefined;
beforeAll(() => web.start());
afterAll(() => web.stop());
afterEach(() => hub?.end());

const hubReading = async (...paths: string[]): Promise<HubUnderTest> => {
  const sources = paths.map((path) => ({ id: path.slice(1), url: web.at(path) }));
  hub = await HubUnderTest.start({ configuration: oneAssembly(...sources) });
  // The first collection goes on in the background; this one waits for it.
  await hub.get(Collector).collect(undefined);
  await hub.shown();
  return hub;
};
const again = async (of: HubUnderTest) => {
  const outcomes = await of.get(Collector).collect(undefined);
  await of.shown();
  return outcomes;
};

describe('collecting', () => {
  it('records nothing the second time, nor ever again', async () => {
    const samples = (hub = await HubUnderTest.start());
    const before = await samples.events();
    for (let times = 0; times < 3; times++)
      expect((await again(samples)).every(({ events }) => events === 0)).toBe(true);
    expect(await samples.events()).toEqual(before);
    expect(before.length).toBeGreaterThan(300);
  });

  it('records what is new and what changed, and nothing else', async () => {
    web.answer('/feed', answers.text(rss(item(1), item(2))));
    const reading = await hubReading('/feed');
    web.answer('/feed', answers.text(rss(item(1), item(2, 'Nouvelle corrigée'), item(3))));
    expect(await again(reading)).toMatchObject([{ outcome: 'read', items: 3, events: 2 }]);
    const changes = (await reading.events()).slice(-2).map(({ type, data }) => [type, (data as { item: string }).item]);
    expect(changes).toEqual([
      ['source.item-revised', 'n2'],
      ['source.item-published', 'n3'],
    ]);
  });

  it('tells what a source had from the beginning from what it published since', async () => {
    web.answer('/feed', answers.text(rss(item(1))));
    const reading = await hubReading('/feed');
    web.answer('/feed', answers.text(rss(item(1), item(2))));
    await again(reading);
    const [first, second] = await reading.events('source.item-published');
    expect(first?.data).toMatchObject({ item: 'n1', backlog: true });
    expect(second?.data).not.toHaveProperty('backlog');
  });

  it('asks only whether a document changed where its server can tell', async () => {
    const conditions: (string | undefined)[] = [];
    web.answer('/feed', ({ headers }, response) => {
      conditions.push(headers['if-none-match']);
      if (headers['if-none-match'] === '"v1"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"v1"' }).end(rss(item(1)));
    });
    const reading = await hubReading('/feed');
    expect(await again(reading)).toMatchObject([{ outcome: 'not-modified', events: 0 }]);
    expect(conditions.at(-1)).toBe('"v1"');
  });
});

describe('a collector that starts again', () => {
  it('recognises what it had recorded and not recognised when it was killed, though no source is due', async () => {
    web.answer('/feed', answers.text(rss(item(1))));
    const first = await hubReading('/feed');
    await first.stop();
    const fields = {
      kind: 'gathering',
      title: 'Assemblée ouverte',
      when: { kind: 'all-day', from: '2027-01-01', until: '2027-01-01' },
    };
    const log = SqliteEventStore.open(join(first.folder, 'log.db'));
    const data = { source: 'feed', assembly: 'lille', item: 'left-behind', fields, hash: '0'.repeat(32) };
    await log.append('source-feed', [{ type: 'source.item-published', data }], 'any');
    await log.close();
    const configuration = oneAssembly({ id: 'feed', url: web.at('/feed') });
    hub = await HubUnderTest.start({ folder: first.folder, configuration });
    await hub.recorded('gathering.recognised');
    expect(await hub.text('/lille/agenda')).toContain('Assemblée ouverte');
  });
});

describe('a source that cannot be read', () => {
  const bad = [
    ['garbage', answers.text(Buffer.from([0, 1, 2, 3, 255, 254, 7, 8, 9, 0, 0, 1])), 'unrecognised'],
    ['a page', answers.text('<!doctype html><title>Bienvenue</title>', 'text/html'), 'unrecognised'],
    ['nothing there', answers.status(404), 'http-status'],
    ['a broken server', answers.status(500), 'http-status'],
    ['10 MB and one byte', answers.text(Buffer.alloc(10_000_001, 0x20)), 'too-large'],
  ] as const;

  it.each(bad)('because of %s is recorded once, shown, and harms no other', async (_, answer, code) => {
    web.answer('/good', answers.text(rss(item(1))));
    web.answer('/bad', answer);
    const reading = await hubReading('/bad', '/good');
    await again(reading);
    await again(reading);
    const failures = await reading.events('source.failed');
    expect(failures).toHaveLength(1);
    expect(failures[0]?.data).toMatchObject({ source: 'bad', reason: { code } });
    expect(await reading.events('source.item-published')).toHaveLength(1);
    const { detail } = (failures[0]?.data as { reason: { detail: string } }).reason;
    expect(await reading.text('/sources')).toContain(detail.replaceAll('«', '«').slice(0, 20));
  });

  it('is noticed when it can be read again', async () => {
    web.answer('/feed', answers.status(503));
    const reading = await hubReading('/feed');
    expect(await reading.text('/sources')).toContain('503');
    web.answer('/feed', answers.text(rss(item(1))));
    await again(reading);
    const story = (await reading.events()).map(({ type }) => type).filter((type) => type.startsWith('source.'));
    expect(story).toEqual(['source.failed', 'source.recovered', 'source.first-read', 'source.item-published']);
    expect(await reading.text('/sources')).not.toContain('503');
  });

  it('because it never answers is given up after the fetcher’s patience, and the hub is ready before that', async () => {
    web.answer('/silent', answers.silence);
    web.answer('/good', answers.text(rss(item(1))));
    hub = await HubUnderTest.start({
      configuration: oneAssembly({ id: 'silent', url: web.at('/silent') }, { id: 'good', url: web.at('/good') }),
    });
    expect((await hub.fetch('/readyz')).status).toBe(200);
    await hub.recorded('source.failed');
    const [failed] = await hub.events('source.failed');
    expect(failed?.data).toMatchObject({ source: 'silent', reason: { code: 'timeout' } });
    await hub.recorded('source.item-published');
  }, 60_000);
});
