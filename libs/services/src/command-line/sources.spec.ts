import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Collector } from '../collector/collector.js';
import { answers, HubUnderTest, oneAssembly, Spawned, SourcesUnderTest, type Ended } from '../testing/index.js';

const folder = mkdtempSync(join(tmpdir(), 'relais-sources-'));
const web = new SourcesUnderTest();
const environmentOf = (data: string, config: string): Record<string, string> => ({
  ...{ RELAIS_DATA: data, RELAIS_CONFIG: config, RELAIS_ALLOW_PRIVATE_ADDRESSES: '1' },
});
const relais = (environment: Record<string, string>, ...words: string[]): Promise<Ended> =>
  Spawned.start('cli', environment, 'sources', ...words).ended;
const lastLine = ({ stdout }: Ended): unknown => JSON.parse(stdout.trim().split('\n').at(-1) ?? '');

const rss = (title: string) =>
  answers.text(
    `<rss version="2.0"><channel><title>${title}</title><item><guid>${title}</guid><title>Nouvelle de ${title}</title></item></channel></rss>`,
  );
const link = (href: string): string => `<link rel="alternate" type="application/rss+xml" href="${href}">`;

beforeAll(async () => {
  await web.start();
  web.answer('/', answers.text(`<!doctype html><html><head>${link('/a')}${link('/b')}</head></html>`, 'text/html'));
  for (const name of ['a', 'b', 'c']) web.answer(`/${name}`, rss(name));
  writeFileSync(join(folder, 'relais.yaml'), oneAssembly());
});
afterAll(async () => {
  await Spawned.stopAll();
  await web.stop();
  rmSync(folder, { recursive: true, force: true });
});

const opml = (...outlines: readonly (readonly [string, string])[]): string => {
  const file = join(folder, 'abonnements.opml');
  const written = outlines.map(([title, url]) => `<outline text="${title}" xmlUrl="${url}"/>`).join('');
  writeFileSync(file, `<opml version="2.0"><body><outline text="Lille">${written}</outline></body></opml>`);
  return file;
};

describe('relais sources, where no hub runs', () => {
  const environment = environmentOf(join(folder, 'data'), join(folder, 'relais.yaml'));
  const sources = (...words: string[]): Promise<Ended> => relais(environment, ...words);

  it.each([
    [['sing']],
    [['suggest']],
    [['list', 'all']],
    [['add', 'exemple.test']],
    [['add', 'exemple.test', '--city', 'paris']],
    [['add', 'exemple.test', '--city', 'lille', '--by', 'nobody']],
    [['remove', 'nothing']],
    [['import', 'no-such-file.opml']],
  ])('%j is wrong use: 2, and a word of why', async (words) => {
    const { code, stderr } = await sources(...words);
    expect(code).toBe(2);
    expect(stderr.trim()).not.toBe('');
  });

  it('shows what an address would give, and makes nothing', async () => {
    const { code, stdout } = await sources('suggest', web.at('/'));
    expect(code).toBe(0);
    expect(stdout).toContain(
      `1. a — feed (xml-feed), linked as an alternate\n   ${web.at('/a')}\n   1 item, 0 gatherings`,
    );
    expect(stdout).toContain('2. b');
    expect(existsSync(join(folder, 'data'))).toBe(false);
    const nothing = await sources('suggest', web.at('/nothing'));
    expect([nothing.code, nothing.stdout]).toEqual([1, expect.stringContaining('HTTP 404')]);
  });

  it('adds the one that was chosen, reads it, and lists it', async () => {
    const added = await sources('add', web.at('/'), '--city', 'lille', '--choose', '2', '--id', 'lille-b', '--json');
    expect(lastLine(added)).toMatchObject({
      added: { source: 'lille-b', title: 'b' },
      first: { outcome: 'read', items: 1 },
    });
    expect(lastLine(await sources('list', '--json'))).toMatchObject({
      sources: [{ id: 'lille-b', assembly: 'lille', url: web.at('/b'), added: true, every: 60 }],
    });
  });

  it('refuses what is read already', async () => {
    const { code, stdout } = await sources('add', web.at('/b'), '--city', 'lille');
    expect([code, stdout]).toEqual([1, `not added: ${web.at('/b')} is read already, as lille-b\n`]);
  });

  it('can have it read by its name, as any other', async () => {
    const ended = await Spawned.start('cli', environment, 'collect', '--source', 'lille-b', '--json').ended;
    expect([ended.code, lastLine(ended)]).toMatchObject([0, { sources: 1, failed: 0 }]);
  });

  it('imports what a list names, says what came of each, and does it once', async () => {
    const file = opml(['Flux a', web.at('/a')], ['Flux b', web.at('/b')], ['Rien', web.at('/nothing')]);
    const came = (ended: Ended) =>
      (lastLine(ended) as { came: { url: string; came: string }[] }).came.map((one) => `${one.url} ${one.came}`).sort();
    const first = await sources('import', file, '--json');
    expect(first.code).toBe(0);
    expect(came(first)).toEqual([`${web.at('/a')} added`, `${web.at('/b')} there`, `${web.at('/nothing')} not`]);
    const again = await sources('import', file, '--city', 'lille', '--json');
    expect(lastLine(again)).toMatchObject({ outlines: 3, added: 0, there: 2, not: 1 });
  });

  it('imports nothing of what is no list', async () => {
    const file = join(folder, 'no.opml');
    writeFileSync(file, '<rss/>');
    const { code, stdout } = await sources('import', file);
    expect([code, stdout]).toEqual([1, `${file}: expected OPML, got <rss/>\n`]);
  });

  it('removes one again, and only once', async () => {
    const { code, stdout } = await sources('remove', 'lille-b');
    expect([code, stdout]).toEqual([0, 'lille-b is read no more; what it announced stays\n']);
    expect((await sources('remove', 'lille-b')).code).toBe(2);
  });
});

describe('relais sources, beside a running hub', () => {
  it('adds to what the hub reads, exports it, and takes it away', async () => {
    const hub = await HubUnderTest.start({ configuration: oneAssembly() });
    const sources = (...words: string[]): Promise<Ended> =>
      relais(environmentOf(hub.folder, join(hub.folder, 'relais.yaml')), ...words);
    try {
      const added = await sources('add', web.at('/c'), '--city', 'lille', '--id', 'lille-c', '--json');
      expect(lastLine(added)).toMatchObject({ first: { outcome: 'read', items: 1 } });
      await hub.shown();
      expect((await sources('export')).stdout).toBe(await hub.text('/sources.opml'));
      expect(await hub.get(Collector).collect(undefined)).toMatchObject([{ source: 'lille-c' }]);
      await sources('remove', 'lille-c');
      expect(await hub.get(Collector).collect(undefined)).toEqual([]);
    } finally {
      await hub.end();
    }
  });
});
