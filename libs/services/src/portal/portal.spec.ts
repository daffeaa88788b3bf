import { request as httpRequest } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { answers, HubUnderTest, SourcesUnderTest, oneAssembly } from '../testing/index.js';
import { Collector } from '../collector/collector.js';

const now = '2026-11-25T09:00:00Z';
const meeting11 = "Construire dans l'action l'assemblée des communs 11";

let hub: HubUnderTest;
beforeAll(async () => {
  hub = await HubUnderTest.start({ environment: { RELAIS_NOW: now } });
});
afterAll(() => hub.end());

/** The body as it went over the wire: `fetch` would decode it. */
const raw = (path: string, headers: Record<string, string>) =>
  new Promise<{ status: number | undefined; headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    httpRequest(new URL(path, hub.url), { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    })
      .on('error', reject)
      .end();
  });

const pageOf = async (title: string): Promise<string> => {
  const agenda = await hub.text('/lille/agenda?depuis=2015-11-01');
  const links = [...agenda.matchAll(/<a href="(\/rencontres\/[^"]+)"[^>]*>(.*?)<\/a>/g)];
  const found = links.find(([, , text]) => text?.includes(title));
  if (found?.[1] === undefined) throw new Error(`the agenda does not show «${title}»`);
  return found[1];
};

const pagesAndFeeds = [
  ...['/', '/lille', '/agenda', '/lille/agenda', '/lille/histoire', '/sources', '/abonnement', '/lille/abonnement'],
  ...['/lettres', '/feed.rss', '/feed.atom', '/feed.json', '/lille/feed.rss', '/lille/feed.atom', '/lille/feed.json'],
  ...['/agenda.ics', '/lille/agenda.ics', '/sources.opml'],
];

describe('the portal', () => {
  it.each(pagesAndFeeds)('shows %s, whole or not at all when it did not change', async (path) => {
    const first = await hub.fetch(path);
    expect(first.status).toBe(200);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]+"$/);
    const [unchanged, since, changed] = await Promise.all([
      hub.fetch(path, { headers: { 'if-none-match': etag } }),
      hub.fetch(path, { headers: { 'if-modified-since': first.headers.get('last-modified') ?? '' } }),
      hub.fetch(path, { headers: { 'if-none-match': '"another"' } }),
    ]);
    expect([unchanged.status, since.status, changed.status]).toEqual([304, 304, 200]);
    expect(await unchanged.text()).toBe('');
    expect(await changed.text()).toBe(await first.text());
  });

  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const)('sends the same bytes in %s, under a tag of their own', async (coding, decode) => {
    const plain = await raw('/feed.rss', { 'accept-encoding': 'identity' });
    const coded = await raw('/feed.rss', { 'accept-encoding': coding });
    expect([coded.headers['content-encoding'], coded.headers['vary']]).toEqual([coding, 'Accept-Encoding']);
    expect(decode(coded.body).equals(plain.body)).toBe(true);
    expect(coded.body.length).toBeLessThan(plain.body.length / 3);
    expect(coded.headers['etag']).not.toBe(plain.headers['etag']);
    const again = await raw('/feed.rss', { 'accept-encoding': coding, 'if-none-match': String(coded.headers['etag']) });
    expect(again.status).toBe(304);
  });

  it.each([
    '/paris',
    '/paris/agenda',
    '/paris/feed.rss',
    '/paris/agenda.ics',
    '/rencontres/none',
    '/rencontres/none.ics',
  ])('has no %s, and says so in a page', async (path) => {
    const answer = await hub.fetch(path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect(await answer.text()).toContain('Cette page n’existe pas');
  });

  it.each(['/feed.rss?nombre=0', '/feed.rss?nombre=1001', '/feed.rss?nombre=x', '/agenda.ics?depuis=2016-02-30'])(
    'refuses %s, and says what it expects',
    async (path) => {
      const answer = await hub.fetch(path);
      expect(answer.status).toBe(400);
      expect(await answer.text()).toMatch(/^(nombre|depuis) : .*reçu/);
    },
  );

  it('refuses an address that cannot be decoded, which is no fault of ours', async () => {
    expect((await raw('/%zz', {})).status).toBe(400);
  });

  it('answers HEAD as it answers GET, without the body', async () => {
    const [head, get] = await Promise.all([hub.fetch('/agenda', { method: 'HEAD' }), hub.fetch('/agenda')]);
    expect([head.status, head.headers.get('etag')]).toEqual([200, get.headers.get('etag')]);
    expect(await head.text()).toBe('');
  });

  it('speaks French, and English or Dutch where it is asked to', async () => {
    expect(await hub.text('/agenda')).toContain('<html lang="fr"');
    expect(await hub.text('/agenda?lang=en')).toContain('<html lang="en"');
    expect(await hub.text('/agenda?lang=nl')).toContain('<html lang="nl"');
    expect(await hub.text('/agenda?lang=xx')).toContain('<html lang="fr"');
  });

  it('lets nothing of others be loaded or framed', async () => {
    const { headers } = await hub.fetch('/');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('says that it lives, and how far it is', async () => {
    expect(await (await hub.fetch('/healthz')).json()).toEqual({ status: 'alive' });
    const ready = (await (await hub.fetch('/readyz')).json()) as { status: string; position: string; head: string };
    expect([ready.status, ready.position]).toEqual(['ready', ready.head]);
  });

  it('keeps its stylesheet for ever, under a name that changes with it', async () => {
    const path = /href="(\/style-\w+\.css)"/.exec(await hub.text('/'))?.[1] ?? '';
    const answer = await hub.fetch(path);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
  });

  it('shows a gathering with its three announcements, and the same to machines', async () => {
    const path = await pageOf(meeting11);
    const page = await hub.text(path);
    for (const source of ['Démosphère Lille', 'Communecter', 'Facebook']) expect(page).toContain(source);
    const json = (await (await hub.fetch(`${path}.json`)).json()) as { announcements: unknown[]; startDate: string };
    expect(json.announcements).toHaveLength(3);
    expect(json.startDate).toBe('2016-08-18T10:00:00Z');
    const calendar = await hub.fetch(`${path}.ics`);
    expect(calendar.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(await calendar.text()).toContain('DTSTART;TZID=Europe/Paris:20160818T120000');
  });

  it('says the same of an assembly in its feeds and on its pages', async () => {
    const feed = (await (await hub.fetch('/lille/feed.json?nombre=1000')).json()) as {
      items: { url: string; title: string }[];
    };
    const pages = (await hub.text('/lille/histoire')) + (await hub.text('/lille/agenda'));
    const gatherings = feed.items.filter(({ url }) => url.includes('/rencontres/'));
    const onPage = new Set([...pages.matchAll(/href="(\/rencontres\/[^"]+)"/g)].map(([, path]) => path));
    expect(gatherings.map(({ url }) => new URL(url).pathname).sort()).toEqual([...onPage].sort());
    expect(onPage.size).toBeGreaterThan(30);
  });
});

describe('a page', () => {
  it('changes as soon as a source says something new', async () => {
    const web = new SourcesUnderTest();
    await web.start();
    const event = (title: string): string =>
      [
        ...['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:1', 'DTSTART;TZID=Europe/Paris:20270101T180000'],
        ...[`SUMMARY:${title}`, 'END:VEVENT', 'END:VCALENDAR', ''],
      ].join('\r\n');
    web.answer('/agenda', answers.text(event('Assemblée ouverte'), 'text/calendar'));
    const small = await HubUnderTest.start({ configuration: oneAssembly({ id: 'agenda', url: web.at('/agenda') }) });
    try {
      await small.get(Collector).collect(undefined);
      await small.shown();
      expect(await small.text('/lille/agenda')).toContain('Assemblée ouverte');
      web.answer('/agenda', answers.text(event('Assemblée <b>fermée</b> & close'), 'text/calendar'));
      await small.get(Collector).collect(undefined);
      await small.shown();
      const page = await small.text('/lille/agenda');
      expect(page).not.toContain('Assemblée ouverte');
      expect(page).not.toContain('<b>fermée');
    } finally {
      await small.end();
      await web.stop();
    }
  });
});
