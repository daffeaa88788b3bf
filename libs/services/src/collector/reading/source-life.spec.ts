import type { RequestListener } from 'node:http';
import { listen, type Loopback } from '@relais/transport/testing';
import { answers, HubUnderTest, oneAssembly } from '../../testing/index.js';
import { Collector } from '../collector.js';
import { ReadingMemory } from './reading-memory.js';
import type { SourceId } from '@relais/vocabulary';

const rss = (...titles: string[]): string =>
  `<rss version="2.0"><channel><title>Exemple</title>${titles
    .map((title) => `<item><guid>${title}</guid><title>${title}</title></item>`)
    .join('')}</channel></rss>`;
const calendar = (...lines: string[]): string =>
  [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'UID:a',
    'SUMMARY:A',
    'DTSTART:20300105',
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n');
const start = '2026-01-01T12:00:00Z';
const at = (days: number): string => new Date(Date.parse(start) + days * 86_400_000).toISOString();

describe('the life of a source', () => {
  let site: Loopback;
  let answer: RequestListener;
  let hub: HubUnderTest | undefined;
  beforeEach(async () => {
    answer = answers.text(rss('un'));
    site = await listen((request, response) => answer(request, response));
  });
  afterEach(async () => {
    await hub?.end();
    hub = undefined;
    await site.close();
  });

  /** The hub so many days later, on the data that it had before, once the source was read. */
  const readAt = async (days: number, url = `${site.origin}/feed`): Promise<HubUnderTest> => {
    await hub?.stop();
    const folder = hub?.folder;
    hub = await HubUnderTest.start({
      configuration: oneAssembly({ id: 'feed', url }),
      environment: { RELAIS_NOW: at(days) },
      ...(folder && { folder }),
    });
    await hub.get(Collector).collect(undefined);
    return hub;
  };
  const told = async (...types: string[]): Promise<unknown[]> =>
    (await (hub as HubUnderTest).events(...types)).map(({ data }) => data);

  it('ends with the second 410 in a row, and begins again when somebody asks by hand', async () => {
    await readAt(0);
    await readAt(1);
    answer = answers.status(410);
    await readAt(2);
    const reason = { code: 'http-status', detail: expect.stringContaining('410') as unknown };
    // Once at the start, where it was due, and once by hand.
    expect(await told('source.failed')).toMatchObject([{ reason, lastRead: at(1) }]);
    expect(await told('source.gone')).toMatchObject([{ source: 'feed', reason, lastRead: at(1) }]);
    const of = await readAt(3);
    expect(await told('source.failed', 'source.gone')).toHaveLength(2);
    answer = answers.text(rss('un', 'deux'));
    expect(await of.get(Collector).collect(['feed' as SourceId])).toMatchObject([{ outcome: 'read', events: 2 }]);
    expect(await told('source.recovered')).toHaveLength(1);
  });

  it('goes on where it was said to be gone once only', async () => {
    await readAt(0);
    const of = hub as HubUnderTest;
    for (const status of [410, 404, 410]) {
      answer = answers.status(status);
      await of.get(Collector).collect(undefined);
    }
    expect(await told('source.gone')).toEqual([]);
  });

  it('knows from the log when it was last read, where the memory of readings is lost', async () => {
    await readAt(0);
    const of = await readAt(1);
    const memory = of.get(ReadingMemory);
    const { lastRead, ...forgetful } = memory.of('feed' as SourceId) ?? { lastRead: undefined };
    expect(lastRead).toBe(at(1));
    memory.keep('feed' as SourceId, forgetful as never);
    answer = answers.status(500);
    await of.get(Collector).collect(undefined);
    expect(await told('source.failed')).toMatchObject([{ lastRead: at(0) }]);
  });

  it('goes on elsewhere once a move is believed, which is told once', async () => {
    await readAt(0);
    answer = (request, response) =>
      request.url === '/feed'
        ? void response.writeHead(301, { location: '/moved' }).end()
        : answers.text(rss('un'))(request, response);
    await readAt(1);
    expect(await told('source.moved')).toEqual([]);
    await readAt(4);
    await readAt(5);
    expect(await told('source.moved')).toMatchObject([{ source: 'feed', to: `${site.origin}/moved` }]);
  });

  it('tells nobody a secret: not the password of an address that it stays at, nor the token of one that it moves to', async () => {
    const moving = (location: string): RequestListener => {
      const { pathname, search } = new URL(location, site.origin);
      return (request, response) =>
        request.url === pathname + search
          ? answers.text(rss('un'))(request, response)
          : void response.writeHead(301, { location }).end();
    };
    const withPassword = `${site.origin.replace('//', '//alice:secret@')}/feed`;
    await readAt(0, withPassword);
    answer = moving('/moved');
    for (const days of [1, 4, 5]) await readAt(days, withPassword);
    expect(await told('source.moved')).toEqual([]);
    answer = moving(`${site.origin.replace('//', '//alice:secret@')}/moved`);
    for (const days of [6, 9, 10]) await readAt(days);
    answer = moving('/moved?token=secret');
    for (const days of [11, 14, 15]) await readAt(days);
    const sources = (await (hub as HubUnderTest).events()).filter(({ type }) => type.startsWith('source.'));
    expect(sources.map(({ type }) => type)).toContain('source.first-read');
    expect(JSON.stringify(sources.map(({ data }) => data))).not.toContain('secret');
  });

  it('tells what of its document cannot be used, when that changes, and no address in it', async () => {
    const refused = async (document: string, days: number): Promise<unknown[]> => {
      answer = answers.text(document, 'text/calendar');
      await readAt(days);
      return told('source.items-refused');
    };
    expect(await refused(calendar(), 0)).toEqual([]);
    const broken = calendar('jean@exemple.test, 0612345678 venez');
    const [first] = await refused(broken, 1);
    expect(first).toMatchObject({ source: 'feed', refused: 1, first: [{ where: 'line 6' }] });
    expect(JSON.stringify(first)).not.toContain('exemple.test');
    expect(await refused(broken.replace('SUMMARY:A', 'SUMMARY:B'), 2)).toHaveLength(1);
    expect(await refused(calendar('rien 12'), 3)).toHaveLength(2);
    expect(await refused(calendar(), 4)).toMatchObject([{}, {}, { refused: 0, first: [] }]);
    expect(await told('source.failed')).toEqual([]);
  });

  it('falls silent after a longer pause than usual, once, until its next item', async () => {
    for (const [days, ...titles] of [
      [0, 'un'],
      [30, 'un', 'deux'],
      [60, 'un', 'deux', 'trois'],
      [90, 'un', 'deux', 'trois', 'quatre'],
    ] as [number, ...string[]][]) {
      answer = answers.text(rss(...titles));
      await readAt(days);
    }
    await readAt(129);
    expect(await told('source.fell-silent')).toEqual([]);
    await readAt(130);
    await readAt(140);
    const silent = { source: 'feed', assembly: 'lille', days: 40, usual: 30 };
    expect(await told('source.fell-silent')).toEqual([silent]);
    answer = answers.text(rss('deux', 'trois', 'quatre', 'cinq'));
    await readAt(141);
    await readAt(180);
    expect(await told('source.fell-silent')).toHaveLength(1);
    await readAt(250);
    expect(await told('source.fell-silent')).toHaveLength(2);
  });

  it('is not silent while it cannot be read', async () => {
    for (const [days, ...titles] of [
      [0, 'un'],
      [30, 'deux'],
      [60, 'trois'],
      [90, 'quatre'],
    ] as [number, ...string[]][]) {
      answer = answers.text(rss(...titles));
      await readAt(days);
    }
    answer = answers.status(500);
    await readAt(200);
    expect(await told('source.fell-silent')).toEqual([]);
  });

  it('keeps to what its document says of itself, also while that is said not to have changed', async () => {
    const hours = (of: HubUnderTest, days: number): number =>
      (Date.parse(of.get(ReadingMemory).of('feed' as SourceId)?.next ?? '') - Date.parse(at(days))) / 3_600_000;
    const patient = rss('un').replace('<title>', '<ttl>1200</ttl><title>');
    answer = ({ headers }, response) => {
      if (headers['if-none-match'] === '"1"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"1"' }).end(patient);
    };
    expect(hours(await readAt(0), 0)).toBeGreaterThanOrEqual(20);
    const of = await readAt(1);
    expect(await of.get(Collector).collect(undefined)).toMatchObject([{ outcome: 'not-modified' }]);
    expect(hours(of, 1)).toBeGreaterThanOrEqual(20);
    answer = answers.text(rss('un', 'deux'));
    await of.get(Collector).collect(undefined);
    expect(hours(of, 1)).toBeLessThan(20);
  });
});
