import type { SourceId } from '@relais/vocabulary';
import { Collector } from '../../../collector/collector.js';
import { SourceRoster } from '../../../adding/source-roster.js';
import { answers, formsWith, HubUnderTest, oneAssembly, SignedIn, SourcesUnderTest } from '../../../testing/index.js';

const web = new SourcesUnderTest();
let hub: HubUnderTest;
let admin: SignedIn;
const environment = { RELAIS_NOW: '2026-11-25T09:00:00Z' };
const configuration = (): string =>
  JSON.stringify({
    ...(JSON.parse(oneAssembly({ id: 'lille-connu', url: web.at('/connu.ics') })) as object),
    admins: [{ id: 'secretariat', address: 'secretariat@exemple.test' }],
  });
const calendar = (uid: string, title: string) =>
  answers.text(
    `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Agenda du lieu\r\nBEGIN:VEVENT\r\nUID:${uid}\r\nSUMMARY:${title}\r\nDTSTART:20261231T170000Z\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:b\r\nSUMMARY:Sans jour\r\nDTSTART:jeudi\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
    'text/calendar',
  );
const site = '<!doctype html><title>Lieu</title><link rel="alternate" type="text/calendar" href="/agenda.ics">';

beforeAll(() => web.start());
afterAll(() => web.stop());
beforeEach(async () => {
  web.forget();
  web.answer('/connu.ics', calendar('connu', 'Rencontre connue'));
  web.answer('/', answers.text(site, 'text/html'));
  web.answer('/agenda.ics', calendar('nouveau', 'Rencontre au lieu'));
  hub = await HubUnderTest.start({ configuration: configuration(), environment });
  await hub.get(Collector).collect(undefined);
  await hub.shown();
  admin = await SignedIn.to(hub);
});
afterEach(() => hub.end());

const search = async (adresse: string, ville = 'lille') =>
  admin.post('/admin/sources', { etape: 'chercher', adresse, ville });
/** The only form that adds something on the page of what was found. */
const wish = async (): Promise<Record<string, string>> => {
  const [form, ...more] = formsWith(await (await search(web.at('/'))).text(), 'ajouter');
  expect(more).toEqual([]);
  return form ?? {};
};

describe('the sources in the console', () => {
  it('are found at an address, looked at, added, and announce at once; and are removed again', async () => {
    const found = await (await search(web.at('/'))).text();
    for (const said of [
      'Agenda du lieu',
      'Calendrier',
      'dont 1 avec une date',
      'Rencontre au lieu',
      'la page dit que c’est sa version',
    ])
      expect(found).toContain(said);
    expect(found).toMatch(/choses? n’(a|ont) pas pu/);
    const added = await (await admin.post('/admin/sources', (await wish()) ?? {})).text();
    expect(added).toMatch(/Ajoutée.*Agenda du lieu/);
    expect(added).toContain('Elle vient d’être lue');
    await hub.shown();
    expect(await hub.text('/lille/agenda')).toContain('Rencontre au lieu');
    const [path = ''] = /\/admin\/sources\/[^"]*\/retirer/.exec(added) ?? [];
    expect(await admin.text('/admin/sources')).toContain(`href="${path}"`);
    const asked = await admin.text(path);
    expect(asked).toContain('Retirer «\u00a0Agenda du lieu\u00a0»');
    expect(hub.get(SourceRoster).all()).toHaveLength(2);
    const removed = await (await admin.post(path, {})).text();
    expect(removed).toContain('n’est plus lue');
    expect(removed).not.toContain(`href="${path}"`);
    expect((await hub.events('assembly.source-removed')).map(({ data }) => data)).toEqual([
      { assembly: 'lille', source: 'lille-127-0-0-1', by: 'secretariat' },
    ]);
  });

  it('are added with the title and the rhythm that were given', async () => {
    await admin.post('/admin/sources', { ...(await wish()), titre: ' Le lieu ', minutes: '360' });
    expect(hub.get(SourceRoster).get('lille-127-0-0-1' as SourceId)).toMatchObject({
      everyMinutes: 360,
      description: { title: 'Le lieu' },
    });
  });

  it('that are named in the configuration are removed there: the page says so, and takes no removal', async () => {
    const path = '/admin/sources/lille-connu/retirer';
    for (const response of [await admin.get(path), await admin.post(path, {})]) {
      expect(response.status).toBe(400);
      expect(await response.text()).toContain('relais.yaml');
    }
    expect((await admin.get('/admin/sources/nulle-part/retirer')).status).toBe(404);
    expect(await admin.text('/admin/sources')).not.toContain(path);
  });

  it('say what is missing beside its field, and lose nothing that was typed', async () => {
    const nothing = await search('  ', '');
    const text = await nothing.text();
    expect([nothing.status, text.includes('Donnez une adresse.'), text.includes('Choisissez une assemblée.')]).toEqual([
      400,
      true,
      true,
    ]);
    expect(await (await search(web.at('/"page'), '')).text()).toContain(`value="${web.at('/&quot;page')}"`);
    const wrong = await admin.post('/admin/sources', { ...(await wish()), titre: ' ', minutes: '360', site: '' });
    const again = await wrong.text();
    expect([wrong.status, again.includes('Donnez un titre.')]).toEqual([400, true]);
    expect(formsWith(again, 'ajouter')).toMatchObject([{ minutes: '360', titre: '', url: web.at('/agenda.ics') }]);
    expect(await hub.events('assembly.source-added')).toHaveLength(1);
  });

  it('say why there is nothing at an address', async () => {
    const text = await (await search(web.at('/rien'))).text();
    expect(text).toContain('Rien à lire');
    expect(text).toContain('HTTP 404');
  });

  it('that are read already say so, and cannot be added twice', async () => {
    const fields = await wish();
    await admin.post('/admin/sources', fields);
    const twice = await admin.post('/admin/sources', fields);
    expect([twice.status, (await twice.text()).includes('Cette adresse est déjà lue.')]).toEqual([400, true]);
    const found = await (await search(web.at('/'))).text();
    expect(found).toContain('Elle est déjà lue');
    expect(formsWith(found, 'ajouter')).toEqual([]);
  });

  it('are added by lists of subscriptions, in the background, and what came of each is shown', async () => {
    const outline = (title: string, path: string) => `<outline text="${title}" xmlUrl="${web.at(path)}"/>`;
    const opml = `<opml version="2.0"><body><outline text="Lille">${outline('Un', '/agenda.ics')}${outline('Deux', '/connu.ics')}</outline>${outline('Sans ville', '/')}</body></opml>`;
    const begun = await admin.post('/admin/sources/import', { opml, ville: '' });
    expect(new URL(begun.url).pathname).toBe('/admin/sources/import');
    await hub.recorded('assembly.source-added', 2);
    let text = '';
    do text = await admin.text('/admin/sources/import');
    while (!text.includes('C’est fini'));
    expect(text).toContain('1 ajoutée, 1 déjà là, 1 pas ajoutée');
  });

  it.each([
    ['', 'Collez le contenu'],
    ['<html>', 'Ce n’est pas un fichier OPML'],
    ['<opml><body></body></opml>', 'Aucune adresse'],
  ])('take no list that is none: %s', async (opml, said) => {
    const response = await admin.post('/admin/sources/import', { opml, ville: 'lille' });
    expect(response.status).toBe(400);
    const text = await response.text();
    expect(text).toContain(said);
    expect(text).toContain(`>${opml.replaceAll('<', '&lt;')}</textarea>`);
  });
});

const posts = [
  ['/admin/sources', { etape: 'chercher', adresse: 'https://exemple.test', ville: 'lille' }],
  ['/admin/sources', { etape: 'ajouter', url: 'https://exemple.test', titre: 'X', minutes: '60', ville: 'lille' }],
  ['/admin/sources/import', { opml: '<opml><body><outline xmlUrl="https://exemple.test/"/></body></opml>' }],
  ['/admin/sources/lille-127-0-0-1/retirer', {}],
] as const;

describe('what changes sources', () => {
  it.each(posts)('is taken from nobody who is not in: %s', async (path, fields) => {
    const before = (await hub.events()).length;
    const body = new URLSearchParams(fields);
    const answer = await hub.fetch(path, { method: 'POST', redirect: 'manual', body });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/admin/entrer']);
    expect(await hub.events()).toHaveLength(before);
  });

  it.each(posts)('is not taken from another site, whoever is in: %s', async (path, fields) => {
    await admin.post('/admin/sources', await wish());
    const before = (await hub.events()).length;
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://ailleurs.exemple' }])
      expect((await admin.post(path, fields, headers as Record<string, string>)).status).toBe(403);
    expect(await hub.events()).toHaveLength(before);
  });
});
