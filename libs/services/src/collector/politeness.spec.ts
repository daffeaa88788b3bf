import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { listen, type Loopback } from '@relais/transport/testing';
import type { SourceId } from '@relais/vocabulary';
import { answers, HubUnderTest, oneAssembly, repository } from '../testing/index.js';
import { Collector } from './collector.js';
import { ReadingMemory, type Remembered } from './reading-memory.js';

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

  it.each([429, 503])('leaves a whole host alone for as long as it asks with Retry-After: %d', async (status) => {
    answer = (_request, response) => void response.writeHead(status, { 'retry-after': '7200' }).end();
    expect(await readAt(0, '/one', '/two')).toEqual(['postponed', 'postponed']);
    expect(asked()).toEqual(['/one']);
    answer = answers.text(rss('un'));
    expect(await readAt(1.9, '/one', '/two')).toEqual(['postponed', 'postponed']);
    expect(asked()).toEqual(['/one']);
    expect(hoursUntil(remembered('two').next, 0)).toBe(2);
    await readAt(2.1, '/one', '/two');
    expect(asked()).toEqual(expect.arrayContaining(['/one', '/two']));
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

  it('is that of the tests, all 25 of them', () => {
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
    expect(listed).toHaveLength(25);
  });
});
