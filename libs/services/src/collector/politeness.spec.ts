import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { listen, type Loopback } from '@relais/transport/testing';
import type { SourceId } from '@relais/vocabulary';
import { answers, HubUnderTest, oneAssembly, repository } from '../testing/index.js';
import { Collector } from './collector.js';
import { ReadingMemory, type Remembered } from './reading/reading-memory.js';

const rss = (...titles: string[]): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Exemple</title>${titles
    .map((title) => `<item><guid>${title}</guid><title>${title}</title></item>`)
    .join('')}</channel></rss>`;
const at = (hours: number): string => new Date(Date.parse('2026-11-25T12:00:00Z') + hours * 3_600_000).toISOString();
const hoursUntil = (instant: string | undefined, from: number): number =>
  (Date.parse(instant ?? '') - Date.parse(at(from))) / 3_600_000;

/** Each rule of docs/politeness.md that shows over several readings; the others are the fetcher's. */
describe('a polite collector', () => {
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

  /** The hub at this hour, on the data that it had before; it reads what is due. */
  const hubAt = async (hours: number, ...paths: string[]): Promise<HubUnderTest> => {
    await hub?.stop();
    const sources = (paths.length > 0 ? paths : ['/feed']).map((path) => ({
      id: path.slice(1),
      url: site.origin + path,
    }));
    const folder = hub?.folder;
    hub = await HubUnderTest.start({
      configuration: oneAssembly(...sources),
      environment: { RELAIS_NOW: at(hours) },
      ...(folder && { folder }),
    });
    return hub;
  };
  const collect = (source?: string) =>
    (hub as HubUnderTest).get(Collector).collect(source === undefined ? undefined : [source as SourceId]);
  /** What came of it at this hour, asked for by hand. */
  const readAt = async (hours: number, ...paths: string[]) => {
    await hubAt(hours, ...paths);
    // What was due at the start is read in the same lane, and so before this.
    const outcomes = await collect();
    return outcomes.map(({ outcome }) => outcome);
  };
  const remembered = (source = 'feed'): Remembered => {
    const found = (hub as HubUnderTest).get(ReadingMemory).of(source as SourceId);
    if (found === undefined) throw new Error(`nothing is remembered of ${source}`);
    return found;
  };
  const asked = (): (string | undefined)[] => site.requests.map(({ url }) => url);

  it('sends validators back after a restart, and after a failure', async () => {
    const conditions: (string | undefined)[] = [];
    answer = ({ headers }, response) => {
      conditions.push(headers['if-none-match']);
      if (headers['if-none-match'] === 'W/"v1"') response.writeHead(304).end();
      else response.writeHead(200, { etag: 'W/"v1"' }).end(rss('un'));
    };
    await readAt(0);
    expect(await readAt(2)).toEqual(['not-modified']);
    expect(conditions.splice(0)).toEqual([undefined, 'W/"v1"', 'W/"v1"', 'W/"v1"']);
    const well = answer;
    answer = answers.status(500);
    expect(await collect()).toMatchObject([{ outcome: 'failed', events: 1 }]);
    answer = well;
    expect(await collect()).toMatchObject([{ outcome: 'not-modified', events: 1 }]);
    expect(conditions).toEqual(['W/"v1"']);
    const story = (await (hub as HubUnderTest).events())
      .map(({ type }) => type)
      .filter((type) => type.startsWith('source.'));
    expect(story).toEqual(['source.first-read', 'source.item-published', 'source.failed', 'source.recovered']);
  });

  it('does not read again a document of which no byte changed', async () => {
    let etag = 0;
    answer = (_request, response) => void response.writeHead(200, { etag: `"${etag++}"` }).end(rss('un'));
    await readAt(0);
    const { readAt: first } = remembered();
    expect(await readAt(30)).toEqual(['not-modified']);
    expect(remembered()).toMatchObject({ readAt: first, validators: { etag: `"${etag - 1}"` } });
    expect(await readAt(24 * 8)).toEqual(['not-modified']);
    expect(remembered().readAt).toBe(at(24 * 8));
  });

  it('does not ask a source before it is due because it was started again', async () => {
    const paths = ['/feed', '/other'];
    await readAt(0, ...paths);
    const before = asked().length;
    for (const hours of [0.1, 0.2]) {
      await hubAt(hours, ...paths);
      // Of the same host, and so read after whatever the start reads.
      await collect('other');
    }
    expect(asked().slice(before)).toEqual(['/other', '/other']);
  });

  it('leaves a whole host alone for as long as it asks with Retry-After when it was asked too often (429)', async () => {
    answer = (_request, response) => void response.writeHead(429, { 'retry-after': '7200' }).end();
    expect(await readAt(0, '/one', '/two')).toEqual(['postponed', 'postponed']);
    expect(asked()).toEqual(['/one']);
    answer = answers.text(rss('un'));
    expect(await readAt(1.9, '/one', '/two')).toEqual(['postponed', 'postponed']);
    expect(asked()).toEqual(['/one']);
    expect(hoursUntil(remembered('two').next, 0)).toBe(2);
    await readAt(2.1, '/one', '/two');
    expect(asked()).toEqual(expect.arrayContaining(['/one', '/two']));
  });

  it('leaves what cannot be served now (503) alone for as long as its server asks, and the rest of the host for an hour at most', async () => {
    answer = (request, response) =>
      request.url === '/one'
        ? void response.writeHead(503, { 'retry-after': '7200' }).end()
        : answers.text(rss('un'))(request, response);
    expect(await readAt(0, '/one', '/two')).toEqual(['postponed', 'postponed']);
    expect(asked()).toEqual(['/one']);
    expect(hoursUntil(remembered('one').next, 0)).toBeGreaterThanOrEqual(2);
    expect(hoursUntil(remembered('two').next, 0)).toBe(1);
    await hubAt(1.1, '/one', '/two');
    await collect('two');
    expect(new Set(asked().slice(1))).toEqual(new Set(['/two']));
  });

  it('leaves that host alone which asked for it, wherever a redirect came from', async () => {
    const other = await listen((_request, response) => response.writeHead(429, { 'retry-after': '7200' }).end());
    answer = (request, response) =>
      request.url === '/feed'
        ? void response.writeHead(302, { location: other.origin }).end()
        : answers.text(rss('un'))(request, response);
    const there = { id: 'there', url: `${other.origin}/there` };
    const here = { id: 'here', url: `${site.origin}/here` };
    hub = await HubUnderTest.start({
      configuration: oneAssembly({ id: 'feed', url: `${site.origin}/feed` }, here),
      environment: { RELAIS_NOW: at(0) },
    });
    await collect();
    expect(await collect('here')).toMatchObject([{ outcome: 'not-modified' }]);
    const { folder } = hub;
    await hub.stop();
    hub = await HubUnderTest.start({
      ...{ configuration: oneAssembly(there), environment: { RELAIS_NOW: at(1) }, folder },
    });
    expect(await collect('there')).toMatchObject([{ outcome: 'postponed' }]);
    expect(new Set(other.requests.map(({ url }) => url))).toEqual(new Set(['/']));
    await other.close();
  });

  it('waits longer after each failure in a row', async () => {
    answer = answers.status(500);
    await readAt(0);
    for (let times = 0; times < 6; times++) {
      await collect();
      const { failures, next } = remembered();
      const usual = Math.min(24, 2 ** (failures - 1));
      expect(hoursUntil(next, 0)).toBeGreaterThanOrEqual(usual * 0.84);
      expect(hoursUntil(next, 0)).toBeLessThanOrEqual(usual * 1.16);
    }
    expect(remembered().failures).toBeGreaterThan(5);
    answer = answers.text(rss('un'));
    await collect();
    expect(remembered().failures).toBe(0);
  });

  it('asks no more for what is gone for good, until somebody wants to know', async () => {
    await readAt(0);
    answer = answers.status(410);
    await collect();
    await collect();
    expect(await (hub as HubUnderTest).text('/sources')).toContain('HTTP 410');
    const before = asked().length;
    await hubAt(24 * 365);
    answer = answers.text(rss('un'));
    expect(await collect('feed')).toMatchObject([{ outcome: 'read', events: 1 }]);
    expect(asked().slice(before)).toEqual(['/feed']);
    expect(remembered().gone).toBe(0);
  });

  it('believes that a source moved for good when it was told three times within two days or more', async () => {
    const redirecting: RequestListener = (request, response) =>
      request.url === '/feed'
        ? void response.writeHead(301, { location: '/moved' }).end()
        : answers.text(rss('un'))(request, response);
    await readAt(0);
    answer = redirecting;
    await readAt(10);
    await readAt(20);
    await readAt(57);
    expect(remembered()).toMatchObject({ moving: { to: `${site.origin}/moved`, since: at(10) } });
    expect(remembered().address).toBeUndefined();
    await readAt(59);
    expect(remembered()).toMatchObject({ address: `${site.origin}/moved` });
    const before = asked().length;
    await collect();
    expect(asked().slice(before)).toEqual(['/moved']);
    answer = answers.status(404);
    await collect();
    answer = answers.text(rss('un'));
    await collect();
    expect(asked().slice(before)).toEqual(['/moved', '/moved', '/feed']);
  });

  it('asks no sooner than a document may have changed, by Cache-Control or Expires', async () => {
    answer = (_request, response) => void response.writeHead(200, { 'cache-control': 'max-age=18000' }).end(rss('un'));
    await readAt(0);
    expect(hoursUntil(remembered().next, 0)).toBeGreaterThanOrEqual(5);
    answer = (_request, response) =>
      void response
        .writeHead(200, { date: 'Wed, 25 Nov 2026 12:00:00 GMT', expires: 'Wed, 25 Nov 2026 20:00:00 GMT' })
        .end(rss('un'));
    await collect();
    expect(hoursUntil(remembered().next, 0)).toBeGreaterThanOrEqual(8);
    expect(hoursUntil(remembered().next, 0)).toBeLessThanOrEqual(8 * 1.05);
  });

  it('asks no sooner than a document itself wants, by ttl, sy: or REFRESH-INTERVAL, up to a day', async () => {
    const wants: Readonly<Record<string, string>> = {
      '/ttl': rss('un').replace('<item>', '<ttl>300</ttl><item>'),
      '/sy': rss('un').replace(
        '<item>',
        '<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency><item>',
      ),
      '/calendar': 'BEGIN:VCALENDAR\r\nREFRESH-INTERVAL;VALUE=DURATION:P7D\r\nEND:VCALENDAR\r\n',
    };
    answer = (request, response) => answers.text(wants[request.url ?? ''] ?? '', 'text/plain')(request, response);
    await readAt(0, ...Object.keys(wants));
    const waits = () => Object.keys(wants).map((path) => hoursUntil(remembered(path.slice(1)).next, 0));
    const asWanted = ([ttl = 0, sy = 0, calendar = 0]: readonly number[]): boolean =>
      [ttl / 5, sy / 6, calendar / 24].every((ratio) => ratio >= 1 && ratio <= 1.05);
    expect(asWanted(waits())).toBe(true);
    expect((await collect()).map(({ outcome }) => outcome)).toEqual(Array(3).fill('not-modified'));
    expect(asWanted(waits())).toBe(true);
  });

  it('asks neither in the hours nor on the days that a document says it skips', async () => {
    const hours = [12, 13, 14].map((hour) => `<hour>${hour}</hour>`).join('');
    answer = answers.text(rss('un').replace('<item>', `<skipHours>${hours}</skipHours><item>`));
    await readAt(0);
    expect(hoursUntil(remembered().next, 0)).toBeGreaterThanOrEqual(3);
    expect(hoursUntil(remembered().next, 0)).toBeLessThanOrEqual(3.25);
    answer = answers.text(
      rss('un').replace('<item>', '<skipDays><day>Wednesday</day><day>Thursday</day></skipDays><item>'),
    );
    await collect();
    expect(hoursUntil(remembered().next, 0)).toBeGreaterThanOrEqual(36);
    expect(hoursUntil(remembered().next, 0)).toBeLessThanOrEqual(36.25);
  });

  it('asks less often, the less often a source changes: from 15 minutes to a day', async () => {
    await readAt(0);
    expect(hoursUntil(remembered().next, 0)).toBeLessThanOrEqual(1.16);
    await readAt(24 * 7);
    const wait = hoursUntil(remembered().next, 24 * 7);
    expect(wait).toBeGreaterThanOrEqual(24 * 0.84);
    for (const n of [1, 2, 3, 4]) {
      answer = answers.text(rss('un', `nouvelle ${n}`));
      await readAt(24 * 7 + n / 20);
    }
    expect(hoursUntil(remembered().next, 24 * 7 + 0.2)).toBeLessThanOrEqual(0.25 * 1.16);
  });

  it('spreads its readings, so that sources do not move together', async () => {
    const paths = Array.from({ length: 12 }, (_, n) => `/source-${n}`);
    await readAt(0, ...paths);
    const waits = paths.map((path) => hoursUntil(remembered(path.slice(1)).next, 0));
    expect(new Set(waits).size).toBeGreaterThan(6);
  });
});

describe('the list of rules of politeness', () => {
  const specs = ['libs/transport/src/fetcher/politeness.spec.ts', 'libs/services/src/collector/politeness.spec.ts'];
  const text = (file: string): string => readFileSync(join(repository, file), 'utf8');

  it('is that of the tests, all 25 of them and more', () => {
    const tested = specs.flatMap((file) => {
      const polite = /^describe\('a polite .*?^}\);/ms.exec(text(file))?.[0] ?? '';
      return [...polite.matchAll(/^ {2}it(?:\.each\(.*?\))?\(\s*'(.*?)(?:: %d)?'/gm)].map(([, rule]) => ({
        rule,
        file,
      }));
    });
    const rows = [...text('docs/politeness.md').matchAll(/^\| +\d+ \| (.*?) +\| `(.*?)` +\|/gm)];
    const listed = rows.map(([, rule, file]) => ({ rule, file }));
    expect(listed).toEqual(tested);
    expect(listed.length).toBeGreaterThanOrEqual(25);
    expect(text('docs/politeness.md')).toMatch(new RegExp(`^${listed.length} rules\\.`, 'm'));
  });
});
