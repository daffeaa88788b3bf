import { languages, type AssemblyId, type ListId } from '@relais/vocabulary';
import { wantedWords } from '../../i18n/wanted/wanted.js';
import type { FormOutcome } from '../../page.js';
import { filledHub } from '../../testing/filled-hub.js';
import { lettersWith } from '../../testing/persons-letters.js';
import { byClass, elementById, elements, mainText, rendered, textOf } from '../../testing/rendered.js';
import { inLanguage } from '../../testing/request.js';

const lists = ['lille', 'gent'].map((city) => ({
  type: 'list.opened' as const,
  data: { list: `info-${city}` as ListId, assembly: city as AssemblyId, name: 'Info', kind: 'info' as const },
}));
const gent = 'gent' as AssemblyId;
const page = async (outcome: FormOutcome, address = '/abonnement/preferences?jeton=a.b') =>
  rendered(await filledHub(...lists), address, { outcome });
const ticked = (html: string, name: string) =>
  elements(html, 'input').flatMap(({ attribs }) =>
    attribs['name'] === name && 'checked' in attribs ? [attribs['value']] : [],
  );
const selected = (html: string, field: string) =>
  elements(elementById(html, field) ?? '', 'option').flatMap(({ attribs }) =>
    'selected' in attribs ? [attribs['value']] : [],
  );

describe('the page of preferences', () => {
  it('is filled in with what holds', async () => {
    const letters = lettersWith({
      ...{
        cities: [gent],
        themes: ['lieux'],
        kinds: ['votes', 'minutes'],
        rhythm: { every: 'week', on: 4 },
      },
      ...{
        hour: 18,
        zone: 'Asia/Kathmandu',
        quiet: { from: 22, until: 8 },
        language: 'nl',
        length: 'short',
        format: 'text',
      },
      pausedUntil: '2027-01-15',
    });
    const { html } = await page({ letters });
    expect(['villes', 'themes', 'sujets'].map((name) => ticked(html, name))).toEqual([
      ['gent'],
      ['lieux'],
      ['votes', 'minutes'],
    ]);
    const menus = ['rythme', 'heure', 'fuseau', 'calme-de', 'calme-a', 'langue', 'longueur', 'format'];
    expect(menus.flatMap((field) => selected(html, field))).toEqual([
      ...['semaine-4', '18', 'Asia/Kathmandu', '22', '8', 'nl', 'short', 'text'],
    ]);
    expect(elementById(html, 'pause')?.attribs['value']).toBe('2027-01-15');
    expect(mainText(html)).toContain('En pause : aucune lettre avant le vendredi 15 janvier 2027.');
  });

  it('takes a pause that is over for none', async () => {
    const { html } = await page({ letters: lettersWith({ pausedUntil: '2026-11-24' }) });
    expect(elementById(html, 'pause')?.attribs['value']).toBe('');
    expect(mainText(html)).not.toContain('En pause');
  });

  it('offers the zone of the list first, and each once', async () => {
    const { html } = await page({ letters: lettersWith({ zone: 'Europe/Paris' }, { zone: 'Europe/Brussels' }) });
    const zones = elements(elementById(html, 'fuseau') ?? '', 'option').map(({ attribs }) => attribs['value']);
    expect(zones.slice(0, 2)).toEqual(['Europe/Brussels', 'Europe/Paris']);
    expect(new Set(zones).size).toBe(zones.length);
  });

  it('keeps all that was written, and says what is wrong beside it', async () => {
    const values = { sujets: 'votes', rythme: 'jour', pause: 'hier', langue: 'en', jeton: 'a.b' };
    const errors = { villes: 'none-chosen', pause: 'not-a-day' } as const;
    const { html, status, title } = await page({ letters: lettersWith(), values, errors });
    expect([status, title]).toEqual([400, 'Erreur\u00a0: Mes lettres']);
    expect(ticked(html, 'villes')).toEqual([]);
    expect(ticked(html, 'sujets')).toEqual(['votes']);
    expect([...selected(html, 'rythme'), ...selected(html, 'langue')]).toEqual(['jour', 'en']);
    expect(elementById(html, 'pause')?.attribs).toMatchObject({ value: 'hier', 'aria-invalid': 'true' });
    expect(textOf(elementById(html, 'villes-erreur'))).toBe('Choisissez-en au moins un.');
    const targets = elements(html, 'a').flatMap(({ attribs }) => /^#(.+)/u.exec(attribs['href'] ?? '')?.[1] ?? []);
    expect(targets).toEqual(['contenu', 'villes', 'pause']);
    for (const target of targets) expect(elementById(html, target)).toBeDefined();
  });

  it('asks nothing of themes where there are none', async () => {
    const { html } = await page({ letters: lettersWith({}, { themes: [] }) });
    expect(elementById(html, 'themes')).toBeUndefined();
  });

  it.each(languages)('says in %s what it comes to, and what was agreed to, word for word', async (language) => {
    const { html } = await page({ letters: lettersWith() }, inLanguage('/abonnement/preferences?jeton=a.b', language));
    const words = wantedWords[language];
    expect(textOf(byClass(html, 'card')[0])).toContain(words.expected(0.4));
    expect(textOf(elements(html, 'blockquote')[0])).toContain('J’accepte de recevoir à cette adresse');
    expect(elements(html, 'blockquote')[0]?.attribs['lang']).toBe('fr');
    expect(mainText(html)).toMatch(/info-2-fr.*[0-9a-f]{64}/u);
    expect(mainText(html)).toContain('/lille/abonnement');
  });

  it('says of whoever was brought in where their consent is', async () => {
    const { html } = await page({ letters: lettersWith({}, { consents: [undefined] }) });
    expect(mainText(html)).toContain('Votre adresse vient d’une liste antérieure');
  });

  it('leads to where one leaves', async () => {
    const { html } = await page({ letters: lettersWith() });
    const [leave] = elements(html, 'a').filter(({ attribs }) => attribs['href'] === '/abonnement/quitter?jeton=l.l');
    expect(textOf(leave)).toBe('Se désabonner');
  });

  it('leads back to itself once it was saved', async () => {
    const { html } = await page({ done: 'changed', letters: lettersWith(), values: { jeton: 'a.b' } });
    expect(elements(html, 'form')).toHaveLength(0);
    const [again] = elements(html, 'a').filter(
      ({ attribs }) => attribs['href'] === '/abonnement/preferences?jeton=p.p',
    );
    expect(textOf(again)).toBe('Changer encore autre chose');
  });
});
