import { EventStore, SqliteEventStore } from '@relais/event-store';
import { assemblies, ReadModels } from '@relais/read-models';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '@relais/configuration';
import { freePort } from '@relais/transport/testing';
import { parts } from '../../start/part.js';
import { startParts, type Running } from '../../start/start-parts.js';
import { HubUnderTest, repository, SignedIn } from '../../testing/index.js';
import { deploy } from '../../wiring/deploy.js';

const now = '2026-11-25T09:00:00Z';
const publicPages = [
  ...['/', '/lille', '/lille/agenda?depuis=2015-11-01', '/agenda', '/lille/histoire', '/sources', '/lettres'],
  ...['/agenda?lang=en', '/abonnement', '/annoncer', '/sources/lille-demosphere'],
];
const feeds = ['/feed.rss', '/lille/feed.atom', '/feed.json', '/lille/agenda.ics', '/agenda.ics', '/sources.opml'];

let hub: HubUnderTest;
let admin: SignedIn;
let head: number;
beforeAll(async () => {
  hub = await HubUnderTest.start({ environment: { RELAIS_NOW: now } });
  admin = await SignedIn.to(hub);
  head = Number(await hub.get(EventStore).head());
});
afterAll(() => hub.end());

const at = (path: string, le: string): string =>
  `${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams({ le })}`;
const anybody = (path: string): Promise<Response> => hub.fetch(path, { redirect: 'manual' });

/** A hub without its collector, whose log is that of the hub under test up to a position, and whose clock stands there. */
const hubThatEndedAt = async (position: number, clock: string): Promise<Running & { folder: string }> => {
  const folder = mkdtempSync(join(tmpdir(), 'relais-ended-'));
  cpSync(join(hub.folder, 'master.key'), join(folder, 'master.key'));
  const log = SqliteEventStore.open(join(folder, 'log.db'));
  for await (const page of hub.get(EventStore).links())
    await log.copy(page.filter((link) => link.position <= position));
  await log.close();
  const settings = readSettings({
    ...{ PORT: String(await freePort()), RELAIS_DATA: folder, RELAIS_NOW: clock },
    RELAIS_CONFIG: join(repository, 'relais.yaml'),
  });
  const shown = parts.filter(({ name }) => name === 'projector' || name === 'portal');
  return { ...(await startParts(deploy(settings), shown)), folder };
};

/** What a reader sees of a page of the past, without what says that it is one. */
const withoutMoment = (html: string): string =>
  html
    .replace(/<aside class="past".*?<\/aside>/su, '')
    .replace(/<input type="hidden" name="le"[^>]*>/gu, '')
    .replace(/\?le=[^"&#]*&amp;/gu, '?')
    .replace(/(?:\?|&amp;)le=[^"&#]*/gu, '');
const bodyOf = (html: string): string => html.slice(html.indexOf('<body>'));
const asOne = (text: string, origin: string): string => text.replaceAll(origin, 'https://relais.example');

describe('a page of the past', () => {
  it.each(['/lille', '/lille/agenda', '/feed.rss', '/agenda.ics', '/rencontres/none', '/'])(
    'is not for everybody: who asks for %s is led to the entrance',
    async (path) => {
      const answer = await anybody(at(path, '2017-03-21'));
      const vers = `${path}?le=2017-03-21`;
      expect([answer.status, answer.headers.get('location')]).toEqual([
        303,
        `/admin/entrer?${new URLSearchParams({ vers })}`,
      ]);
      expect(answer.headers.get('cache-control')).toBe('no-store');
    },
  );

  it('is led to from the entrance, once somebody is in', async () => {
    const wanted = '/lille/agenda?depuis=2015-11-01&le=2017-03-21';
    const door = `/admin/entrer?${new URLSearchParams({ vers: wanted })}`;
    const answer = await hub.fetch(door, { redirect: 'manual', headers: { cookie: admin.cookie } });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, wanted]);
  });

  it.each([
    ...['//ailleurs.exemple/?le=2017-03-21', '/\\ailleurs.exemple?le=2017-03-21', '/lettres', '/lettres?vers=le'],
    ...['/admin/entrer?le=1', '/admin/sortir?le=1', '/a/../admin/sortir?le=1', '/@x?le=1', '/lille?le=1\r\nA: b'],
  ])('is not %j', async (vers) => {
    const door = `/admin/entrer?${new URLSearchParams({ vers })}`;
    const answer = await hub.fetch(door, { redirect: 'manual', headers: { cookie: admin.cookie } });
    expect(answer.headers.get('location')).toBe('/admin');
  });

  it('says of which day it is, leads back to today, and is kept by nobody', async () => {
    const answer = await admin.get('/lille/agenda?depuis=2015-11-01&le=2026-11-25');
    const html = await answer.text();
    expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('etag')]).toEqual([
      200,
      'no-store',
      null,
    ]);
    expect(answer.headers.get('x-robots-tag')).toBe('noindex');
    expect(html).toContain('<strong>Tel qu’au 25 novembre 2026</strong>');
    expect(html).toContain('<meta name="robots" content="noindex"/>');
    expect(html).not.toContain('rel="canonical"');
    expect(html).toMatch(/href="\/lille\/agenda\?depuis=2015-11-01"[^>]*>Revenir à aujourd’hui/u);
    expect(await admin.text('/lille?le=2026-11-25T08:00:00Z&lang=en')).toContain('As of 25 November 2026 at 09:00');
    expect(await admin.text(`/lille?le=position:${head}`)).toContain(`Tel qu’à la position ${head} du journal`);
  });

  it.each([...feeds, '/feed.json?nombre=3'])('is kept by nobody where it is the document %s', async (path) => {
    const { status, headers } = await admin.get(at(path, '2026-11-25'));
    expect([status, headers.get('cache-control'), headers.get('etag'), headers.get('x-robots-tag')]).toEqual([
      ...[200, 'no-store', null, 'noindex'],
    ]);
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it('keeps its moment in every link to a page or a feed, and in every form that asks', async () => {
    for (const page of publicPages) {
      const html = await admin.text(at(page, '2026-11-25'));
      const links = [...html.matchAll(/<a\b[^>]*\bhref="(\/[^"]*)"([^>]*)>/gu)].filter(
        ([, href = '', rest = '']) => !href.startsWith('/admin') && !rest.includes('data-aujourdhui'),
      );
      expect(links.length).toBeGreaterThan(5);
      expect(links.filter(([, href]) => !/[?;]le=2026-11-25(?:&|#|$)/u.test(href ?? ''))).toEqual([]);
      for (const [form] of html.matchAll(/<form\b[^>]*method="get".*?<\/form>/gsu)) expect(form).toContain('name="le"');
    }
  });

  it('changes nothing of what others are shown', async () => {
    const before = await Promise.all([...publicPages, ...feeds].map((path) => hub.text(path)));
    for (const path of [...publicPages, ...feeds])
      expect((await admin.get(at(path, 'position:3'))).status).toBeLessThan(500);
    expect(await Promise.all([...publicPages, ...feeds].map((path) => hub.text(path)))).toEqual(before);
  });

  it('is, before the first event, a page of an empty hub', async () => {
    for (const path of ['/', '/agenda', '/feed.rss', '/agenda.ics', '/sources', '/lettres'])
      expect([path, (await admin.get(at(path, '2014-01-01'))).status]).toEqual([path, 200]);
    expect(await admin.text('/?le=2014-01-01')).toContain('Aucune assemblée n’est encore reliée');
    expect((await admin.get('/lille?le=2014-01-01')).status).toBe(404);
  });

  it.each([
    ['hier', 'Écrivez un jour'],
    ['', 'Écrivez un jour'],
    ['2017-02-30', 'Écrivez un jour'],
    ['position:x', 'Écrivez un jour'],
    ['2026-11-26', 'pas encore passé'],
    ['position:0', 'position 1'],
    ['position:999999999', 'ne va pas jusqu’à cette position'],
  ])('is refused where %j is no moment, in a page that says why', async (le, why) => {
    for (const path of ['/lille', '/feed.rss', '/rencontres/none.ics']) {
      const answer = await admin.get(at(path, le));
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain(why);
    }
  });

  it('leaves pages that are somebody’s own, and the console, in the present', async () => {
    for (const path of ['/admin', '/admin/entrer', '/abonnement/quitter', '/healthz'])
      expect(await (await hub.fetch(at(path, 'hier'), { redirect: 'manual' })).text()).not.toContain('Écrivez un jour');
  });

  it('is what a visitor of a hub saw whose log ended there', async () => {
    const models = hub.get(ReadModels);
    expect(models.count(assemblies)).toBe(7);
    const rencontres = (await hub.events('gathering.recognised')).map(
      ({ data }) => (data as { gathering: string }).gathering,
    );
    const one = rencontres
      .slice(0, 12)
      .flatMap((id) => [`/rencontres/${id}`, `/rencontres/${id}.json`, `/rencontres/${id}.ics`]);
    const stories = rencontres
      .slice(0, 4)
      .flatMap((id) => [`/rencontres/${id}/histoire`, `/rencontres/${id}/histoire.json`]);
    for (const share of [0.13, 0.61, 0.97]) {
      const position = Math.max(1, Math.floor(head * share));
      const then = await hubThatEndedAt(position, new Date(now).toISOString());
      try {
        for (const path of [...publicPages, ...feeds, ...one, ...stories]) {
          const was = await fetch(new URL(path, then.url));
          const seen = await admin.get(at(path, `position:${position}`));
          expect([path, position, seen.status]).toEqual([path, position, was.status]);
          const isPage = (was.headers.get('content-type') ?? '').startsWith('text/html');
          const [old, past] = [asOne(await was.text(), then.url ?? ''), asOne(await seen.text(), hub.url)];
          if (isPage) expect([path, bodyOf(withoutMoment(past))]).toEqual([path, bodyOf(old)]);
          else expect([path, past]).toEqual([path, old]);
        }
      } finally {
        await then.stop();
        rmSync(then.folder, { recursive: true });
      }
    }
  });
});
