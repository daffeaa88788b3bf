import { attached, basis, detached, projected, recognised, founded } from '@relais/read-models/testing';
import { filledHub } from '../../testing/filled-hub.js';
import { byClass, elements, mainText, rendered, textOf } from '../../testing/rendered.js';

const eleven = '/rencontres/lille-11';

describe('the page of a gathering', () => {
  it('says when and where it is, and which source said so', async () => {
    const facts = textOf(byClass(rendered(await filledHub(), eleven).html, 'facts')[0]);
    expect(facts).toMatch(/jeudi 26 novembre 2026 à 18 h 00\s*selon Démosphère Lille/u);
    expect(facts).toMatch(/Coopérative Baraka, 20 rue de Sébastopol, Roubaix\s*selon Démosphère Lille/u);
  });

  it('shows every announcement with its source, its link, and why it is the same gathering', async () => {
    const { html } = rendered(await filledHub(), eleven);
    const cards = byClass(html, 'cards')
      .flatMap((list) => elements(list, 'li'))
      .map(textOf);
    expect(cards).toHaveLength(3);
    expect(cards[0]).toMatch(/Démosphère Lille.*document d’exemple.*première annonce connue \(certitude 100 %\)/u);
    expect(cards[1]).toMatch(/Communecter.*Assemblée des communs 11.*l’une renvoie à l’autre \(certitude 95 %\)/u);
    expect(cards[2]).toMatch(/Facebook.*même moment, même lieu, titre semblable/u);
    const hrefs = elements(html, 'a').map(({ attribs }) => attribs['href']);
    expect(hrefs).toEqual(
      expect.arrayContaining(['https://demosphere.example/rv/4482', 'https://communecter.example/#event.57966eb1']),
    );
    expect(mainText(html)).toContain('3 annonces parlent de cette rencontre');
  });

  it('marks the announcement that says another time, and only that one', async () => {
    const { html } = rendered(await filledHub(), eleven);
    const said = byClass(html, 'card')
      .map(textOf)
      .filter((text) => text.includes('dit autre chose'));
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/Facebook.*jeudi 26 novembre 2026 à 19 h 30/u);
  });

  it('tells its story, and that the days are those of the reading', async () => {
    const story = textOf(byClass(rendered(await filledHub(), eleven).html, 'story')[0]);
    expect(story).toContain('lundi 23 novembre 2026');
    expect(story).toContain('Rencontre reconnue, selon Démosphère Lille');
    expect(story).toContain('Annonce rattachée, selon Facebook');
  });

  it('is told to machines as an event of schema.org', async () => {
    const { html } = rendered(await filledHub(), eleven);
    const [script] = elements(html, 'script');
    expect(JSON.parse(textOf(script))).toMatchObject({
      '@type': 'Event',
      url: 'https://relais.example/rencontres/lille-11',
      name: 'Assemblée 11',
      startDate: '2026-11-26T17:00:00Z',
      location: { name: 'Coopérative Baraka' },
      organizer: { name: 'Assemblée des communs de Lille' },
    });
  });

  it('says that it is cancelled', async () => {
    const { html } = rendered(
      await projected(founded(), recognised(), {
        type: 'gathering.cancelled',
        data: { gathering: 'lille-11' as never, basis: basis() },
      }),
      eleven,
    );
    expect(textOf(byClass(html, 'notice')[0])).toBe('Annulée');
    expect(JSON.parse(textOf(elements(html, 'script')[0]))).toMatchObject({
      eventStatus: 'https://schema.org/EventCancelled',
    });
  });

  it('stays when nobody announces it any more', async () => {
    const { html, status } = rendered(await projected(founded(), recognised(), attached(), detached()), eleven);
    expect(status).toBe(200);
    expect(mainText(html)).toContain('Plus aucune source n’annonce cette rencontre.');
  });

  it('has no calendar without a date', async () => {
    const { html } = rendered(await filledHub(), '/rencontres/undated');
    expect(mainText(html)).toContain('date non connue');
    expect(elements(html, 'a').filter(({ attribs }) => attribs['href']?.endsWith('undated.ics'))).toHaveLength(0);
  });

  it('says what the sources disagree on, who says what, which is followed, and why', async () => {
    const { html } = rendered(await filledHub(), eleven);
    const conflicts = textOf(byClass(html, 'conflicts')[0]);
    expect(conflicts).toMatch(
      /Démosphère Lille et Communecter disent : jeudi 26 novembre 2026 à 18 h 00 Relais le suit/u,
    );
    expect(conflicts).toMatch(/Facebook dit : jeudi 26 novembre 2026 à 19 h 30(?! Relais le suit)/u);
    expect(conflicts).toContain('l’annonce qui l’a dit la première');
  });

  it('says nothing of the kind where they agree', async () => {
    expect(byClass(rendered(await filledHub(), '/rencontres/festival').html, 'conflicts')).toEqual([]);
  });

  it('says where it went when a moderator merged it with another', async () => {
    const gone: ReturnType<typeof detached> = {
      type: 'gathering.announcement-detached',
      data: { gathering: 'lille-11' as never, announcement: basis(), reason: 'moderator', to: 'autre' as never },
    };
    const { html, status } = rendered(await projected(founded(), recognised(), attached(), gone), eleven);
    expect(status).toBe(200);
    expect(elements(html, 'a').map(({ attribs }) => attribs['href'])).toContain('/rencontres/autre');
    expect(mainText(html)).toContain('rapprochée d’une autre');
    expect(mainText(html)).not.toContain('Plus aucune source');
  });
});
