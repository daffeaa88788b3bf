import { answers, HubUnderTest, linksOf, receiving, SourcesUnderTest } from '../../testing/index.js';

const web = new SourcesUnderTest();
let hub: HubUnderTest;
let path: string;
beforeAll(async () => {
  await web.start();
  hub = await HubUnderTest.start({ configuration: receiving(), environment: { RELAIS_NOW: '2026-11-25T09:00:00Z' } });
  path = new URL(linksOf(hub).form).pathname;
});
afterAll(async () => {
  await hub.end();
  await web.stop();
});

type Sent = Readonly<{ status: number; html: string; value(field: string): string | undefined }>;
const sent = async (fields: Readonly<Record<string, string>>, language = 'fr'): Promise<Sent> => {
  const answer = await hub.post(language === 'fr' ? path : `${path}?lang=${language}`, fields);
  const html = await answer.text();
  const value = (field: string): string | undefined => {
    const control = new RegExp(
      String.raw`<(?:input|textarea)(?=[^>]* name="${field}")[^>]*>(?:([^<]*)</textarea>)?`,
    ).exec(html);
    const given = / value(?:="([^"]*)")?(?=[\s/>])/.exec(control?.[0] ?? '');
    return control?.[1] ?? (given ? (given[1] ?? '') : undefined);
  };
  return { status: answer.status, html, value };
};
const pasted = (colle: string) => sent({ etape: 'lire', colle });
const filled = {
  ...{ etape: 'publier', titre: 'Assemblée', date: '2026-12-10', debut: '18:30', fin: '20:30', lieu: 'MRES' },
  ...{ adresse: '23 rue Gosselet', codepostal: '59000', ville: 'Lille', lien: '', description: 'Venez !\nOn parlera.' },
};
const published = async () => (await hub.events('source.item-published')).length;
const error = (html: string, field: string): string | undefined =>
  new RegExp(`id="${field}-erreur">([^<]*)<`).exec(html)?.[1];

describe('the form of organisers', () => {
  it('opens at its link alone, and tells neither caches nor search engines nor other sites of it', async () => {
    const opened = await hub.fetch(path);
    expect([opened.status, opened.headers.get('cache-control'), opened.headers.get('referrer-policy')]).toEqual([
      ...[200, 'no-store', 'no-referrer'],
    ]);
    expect(await opened.text()).toContain('noindex');
    for (const other of [path.slice(0, -1), `${path}x`, path.replace('organisers', 'autre')]) {
      expect((await hub.fetch(other)).status).toBe(404);
      expect((await hub.post(other, filled)).status).toBe(404);
    }
    expect(await published()).toBe(0);
  });

  it('proposes what a text says, and publishes nothing yet', async () => {
    const { status, value, html } = await pasted(
      'Assemblée des communs, jeudi 10 décembre 2026 de 18h30 à 20h30 au Polder, 250 rue Roger Salengro, 59260 Hellemmes',
    );
    expect(status).toBe(200);
    expect(['titre', 'date', 'debut', 'fin', 'lieu', 'adresse', 'codepostal', 'ville'].map(value)).toEqual([
      ...[
        'Assemblée des communs',
        '2026-12-10',
        '18:30',
        '20:30',
        'Polder',
        '250 rue Roger Salengro',
        '59260',
        'Hellemmes',
      ],
    ]);
    expect(html).not.toContain('class="doubt"');
    expect(await published()).toBe(0);
  });

  it('says what it did not find, and which part of it is a guess, beside the field', async () => {
    const { html, value } = await pasted('Assemblée le 18/08');
    const said = (field: string) => new RegExp(`id="${field}-doute">([^<]*)<`).exec(html)?.[1];
    expect([value('date'), value('debut')]).toEqual(['2027-08-18', '']);
    expect(said('date')).toContain('une supposition');
    expect(said('debut')).toContain('Aucune heure trouvée');
    expect(said('lieu')).toContain('Aucun lieu trouvé');
    expect(html).toMatch(/<input[^>]*aria-describedby="date-doute"/);
  });

  it('reads a calendar that is pasted, and keeps the name that it goes by', async () => {
    const event = [
      'UID:abc@exemple.test',
      'SUMMARY:Plénière',
      'DTSTART;TZID=Europe/Paris:20261212T100000',
      'LOCATION:MRES',
    ];
    const { value } = await pasted(
      ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', ...event, 'END:VEVENT', 'END:VCALENDAR'].join('\n'),
    );
    expect(['titre', 'date', 'debut', 'alias'].map(value)).toEqual([
      'Plénière',
      '2026-12-12',
      '10:00',
      'abc@exemple.test',
    ]);
  });

  it('reads the page of an address, and says so where it says nothing', async () => {
    const event = { '@type': 'Event', name: 'Fresque', startDate: '2026-12-05T14:00', endDate: '2026-12-05T16:00' };
    const page = `<!doctype html><title>x</title><script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', ...event })}</script>`;
    web.answer('/evenement', answers.text(page, 'text/html'));
    web.answer('/muette', answers.text('<!doctype html><title>Facebook</title><p>Connectez-vous', 'text/html'));
    const { value } = await pasted(web.at('/evenement'));
    expect(['titre', 'date', 'debut', 'fin', 'lien'].map(value)).toEqual([
      ...['Fresque', '2026-12-05', '14:00', '16:00', web.at('/evenement')],
    ]);
    const silent = await pasted(web.at('/muette'));
    expect([silent.status, silent.value('colle')]).toEqual([400, web.at('/muette')]);
    expect(error(silent.html, 'colle')).toContain('Collez plutôt le texte');
    expect(error((await pasted(web.at('/nulle-part'))).html, 'colle')).toContain('ne peut pas être lue');
  });

  it('publishes, once however often it is sent, and the agenda shows it', async () => {
    const { value } = await sent({ etape: 'remplir' });
    const cle = value('cle') ?? '';
    const before = await published();
    for (const done of ['C’est publié', 'C’était déjà publié'])
      expect((await sent({ ...filled, cle })).html).toContain(done);
    expect(await published()).toBe(before + 1);
    const [event] = (await hub.events('source.item-published')).slice(-1);
    expect(event?.data).toMatchObject({
      item: cle,
      fields: {
        ...{ kind: 'gathering', title: 'Assemblée', summary: 'Venez !<br />On parlera.' },
        when: { kind: 'timed', starts: '2026-12-10T17:30:00Z', ends: '2026-12-10T19:30:00Z', zone: 'Europe/Paris' },
        place: { name: 'MRES', address: '23 rue Gosselet', postalCode: '59000', city: 'Lille' },
      },
    });
    await hub.recorded('gathering.recognised');
    expect(await hub.text('/lille/agenda')).toContain('Assemblée');
  });

  it('lets its maker correct it, then cancel it, then take that back', async () => {
    const list = await (await hub.fetch(path)).text();
    const item = /name="item" value="([^"]+)"/.exec(list)?.[1] ?? '';
    const { html, value } = await sent({ etape: 'corriger', item });
    const keys = ['titre', 'date', 'debut', 'fin', 'lieu', 'adresse', 'codepostal', 'ville', 'description'] as const;
    expect(keys.map(value)).toEqual(keys.map((key) => filled[key]));
    expect(value('cle')).toBe(item);
    expect(html).not.toContain('class="doubt"');
    await sent({ ...filled, cle: item, debut: '19:00' });
    await hub.recorded('gathering.rescheduled');
    expect((await sent({ etape: 'annuler', item })).html).toContain('annoncée comme annulée');
    await hub.recorded('gathering.cancelled');
    await sent({ ...filled, cle: item, debut: '19:00' });
    await hub.recorded('gathering.confirmed');
    expect(await hub.events('gathering.recognised')).toHaveLength(1);
    expect((await sent({ etape: 'annuler', item: 'annonce:autre' })).html).toContain('n’est plus là');
  });

  it.each([
    ['titre', { titre: ' ' }, 'À remplir.'],
    ['titre', { titre: 'x'.repeat(301) }, 'trop long'],
    ['date', { date: '' }, 'À remplir.'],
    ['date', { date: 'demain' }, 'pas une date'],
    ['date', { date: '2026-02-30' }, 'pas une date'],
    ['debut', { debut: '' }, 'Donnez une heure'],
    ['debut', { debut: '25:00' }, 'pas une heure'],
    ['debut', { date: '2027-03-28', debut: '02:30' }, 'n’existe pas ce jour-là'],
    ['fin', { fin: 'tard' }, 'pas une heure'],
    ['fin', { jusquau: '2026-12-10', fin: '17:00' }, 'vient avant le début'],
    ['jusquau', { jusquau: '2026-12-09' }, 'vient avant le premier'],
    ['jusquau', { jusquau: 'dimanche' }, 'pas une date'],
    ['lien', { lien: 'javascript:alert(1)' }, 'pas une adresse de page'],
    ['description', { description: 'x'.repeat(20_001) }, 'trop long'],
  ])('says what is wrong with %s beside it, and loses nothing that was typed (%#)', async (field, wrong, why) => {
    const before = (await hub.events()).length;
    const { status, html, value } = await sent({ ...filled, ...wrong });
    expect(status).toBe(400);
    expect(error(html, field)).toContain(why);
    expect(html.match(/-erreur"/g)?.length).toBe(2);
    for (const [name, typed] of Object.entries({ ...filled, ...wrong }))
      if (name !== 'etape') expect([name, value(name)]).toEqual([name, typed]);
    expect((await hub.events()).length).toBe(before);
  });

  it('takes dates and times as people type them, whole days, and an end after midnight', async () => {
    const of = async (fields: object) => {
      await sent({ ...filled, titre: 'Autre', ...fields });
      return ((await hub.events('source.item-published')).at(-1)?.data as { fields: { when: unknown } }).fields.when;
    };
    expect(await of({ date: '11/12/2026', debut: '18h30', fin: '1h' })).toMatchObject({
      ...{ starts: '2026-12-11T17:30:00Z', ends: '2026-12-12T00:00:00Z' },
    });
    expect(await of({ date: '2026-12-12', jusquau: '2026-12-13', journee: 'oui' })).toEqual({
      ...{ kind: 'all-day', from: '2026-12-12', until: '2026-12-13' },
    });
  });

  it('is not for other sites to send, whatever they know', async () => {
    const from = (headers: Record<string, string>) =>
      hub.fetch(path, { method: 'POST', body: new URLSearchParams({ etape: 'remplir' }), headers });
    expect((await from({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await from({ 'sec-fetch-site': 'same-site' })).status).toBe(403);
    expect((await from({ origin: 'https://ailleurs.test' })).status).toBe(403);
    expect((await from({ 'sec-fetch-site': 'same-origin', origin: 'null' })).status).toBe(200);
    expect((await from({ origin: hub.url })).status).toBe(200);
    expect((await from({ origin: 'null' })).status).toBe(200);
  });

  it('speaks English too', async () => {
    expect((await sent({ ...filled, titre: '' }, 'en')).html).toContain('To be filled in.');
  });

  it('shows what was typed as text, and never as markup', async () => {
    const { html } = await sent({ ...filled, titre: '"><script>alert(1)</script>', date: '' });
    expect(html).not.toContain('<script>alert');
  });

  it('writes no name of a key that no form of ours gave out', async () => {
    await sent({ ...filled, titre: 'Sans clé', cle: 'https://ailleurs.test/x' });
    const { item } = (await hub.events('source.item-published')).at(-1)?.data as { item: string };
    expect(item).toMatch(/^annonce:[0-9a-f-]{36}$/);
  });
});
