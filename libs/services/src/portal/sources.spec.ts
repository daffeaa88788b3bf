import { EventStore } from '@relais/event-store';
import { attached, basis, evening, lille, published, recognised, sourceAdded } from '@relais/read-models/testing';
import { HubUnderTest, oneAssembly } from '../testing/index.js';

type Event = ReturnType<typeof sourceAdded>;

const reason = { code: 'http-status', detail: '410 Gone' } as const;
const lastRead = '2026-11-20T08:00:00Z';
const of = (id: string) => ({ source: basis(id).source, assembly: lille });
const read = (id: string): Event => ({ type: 'source.first-read', data: { ...of(id), items: 0 } });
const announced = basis('bavarde', 'rv-11');

/** What happened to each source, in its stream. */
const lives: Readonly<Record<string, readonly Event[]>> = {
  muette: [read('muette'), { type: 'source.fell-silent', data: { ...of('muette'), days: 40, usual: 30 } }],
  disparue: [read('disparue'), { type: 'source.gone', data: { ...of('disparue'), reason, lastRead } }],
  partie: [read('partie'), { type: 'source.moved', data: { ...of('partie'), to: 'https://ailleurs.example/flux' } }],
  bavarde: [
    read('bavarde'),
    published({ ...announced, fields: { kind: 'gathering', title: 'Assemblée <11>', when: evening } }),
    {
      type: 'source.items-refused',
      data: { ...of('bavarde'), refused: 1, first: [{ where: 'ligne 12', what: 'DTSTART:<demain>' }] },
    },
  ],
};

describe('the sources in the portal', () => {
  let hub: HubUnderTest;
  beforeAll(async () => {
    hub = await HubUnderTest.start({
      configuration: oneAssembly(),
      environment: { RELAIS_NOW: '2026-11-25T09:00:00Z' },
    });
    const store = hub.get(EventStore);
    const ids = [...Object.keys(lives), 'nouvelle'];
    await store.append(
      'assembly-lille',
      ids.map((id) => sourceAdded(id)),
      'any',
    );
    for (const [id, events] of Object.entries(lives)) await store.append(`source-${id}`, events, 'any');
    await store.append(
      'gathering-lille-11',
      [recognised({ basis: announced }), attached({ announcement: announced })],
      'any',
    );
    await hub.shown();
  });
  afterAll(() => hub.end());

  it('are all listed with their health, and each leads to its own page', async () => {
    const page = (await hub.text('/sources')).replaceAll('\u00a0', ' ');
    expect(page).toContain('5 sources : 2 se lisent, 1 silencieuse, 1 disparue, 1 pas encore lue');
    for (const id of [...Object.keys(lives), 'nouvelle']) {
      expect(page).toContain(`href="/sources/${id}"`);
      const answer = await hub.fetch(`/sources/${id}`);
      expect([id, answer.status, answer.headers.get('content-type')]).toEqual([id, 200, 'text/html; charset=utf-8']);
    }
  });

  it.each([
    ['muette', 'Rien de nouveau pendant 40 jours.', 'Nothing new for 40 days.'],
    ['disparue', '<time datetime="2026-11-20">vendredi 20 novembre 2026</time>', 'Friday 20 November 2026</time>'],
    ['partie', 'href="https://ailleurs.example/flux"', 'Read now at'],
    ['bavarde', 'DTSTART:&lt;demain>', '1 entry of its document could not be used'],
    ['bavarde', 'href="/rencontres/lille-11"', 'href="/rencontres/lille-11?lang=en"'],
    ['nouvelle', 'pas encore lue', 'not yet read'],
  ])('say on the page of %s: %s', async (id, french, english) => {
    expect(await hub.text(`/sources/${id}`)).toContain(french);
    expect(await hub.text(`/sources/${id}?lang=en`)).toContain(english);
  });

  it('are not there under an id that is none', async () => {
    for (const path of ['/sources/aucune', '/sources/bavarde%20rv-11', '/sources/%00', '/sources/a%2Fb']) {
      const answer = await hub.fetch(path);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(await answer.text()).toContain('Cette page n’existe pas');
    }
  });

  it('are told apart from what machines read', async () => {
    const opml = await hub.fetch('/sources.opml');
    expect(opml.headers.get('content-type')).toBe('text/x-opml; charset=utf-8');
    const text = await opml.text();
    expect(text).toContain('xmlUrl="https://ailleurs.example/flux"');
    expect(text).not.toContain('disparue');
  });

  it('change on their page as soon as something happens to them, and only then', async () => {
    const before = await hub.fetch('/sources/muette');
    const conditions = { headers: { 'if-none-match': before.headers.get('etag') ?? '' } };
    expect((await hub.fetch('/sources/muette', conditions)).status).toBe(304);
    await hub.get(EventStore).append('source-muette', [published({ ...of('muette') })], 'any');
    await hub.shown();
    const after = await hub.fetch('/sources/muette', conditions);
    expect(after.status).toBe(200);
    expect(await after.text()).not.toContain('Rien de nouveau');
  });
});
