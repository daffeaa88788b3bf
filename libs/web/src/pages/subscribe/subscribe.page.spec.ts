import { defaultPreferences } from '@relais/mailing-list';
import { languages, type AssemblyId, type ListId } from '@relais/vocabulary';
import type { FormOutcome } from '../../page.js';
import { consentWording } from '../../i18n/consent.js';
import { errorInWords } from '../../i18n/wanted/wanted.js';
import { filledHub } from '../../testing/filled-hub.js';
import { byClass, elementById, elements, rendered, textOf } from '../../testing/rendered.js';
import { inLanguage } from '../../testing/request.js';

const errors = { liste: 'none-chosen', adresse: 'not-an-address', consentement: 'consent-missing' } as const;
const sent = async (outcome: FormOutcome, address = '/abonnement') => rendered(await filledHub(), address, { outcome });

const second = {
  type: 'list.opened',
  data: { list: 'info-gent' as ListId, assembly: 'gent' as AssemblyId, name: 'Info', kind: 'info' },
} as const;
const ticked = (html: string) =>
  elements(html, 'input').flatMap(({ attribs }) =>
    attribs['name'] === 'liste' && 'checked' in attribs ? [attribs['value']] : [],
  );

describe('the form of a subscription', () => {
  describe.each(languages)('in %s', (language) => {
    it('shows the wording that is recorded', async () => {
      const { html } = rendered(await filledHub(), inLanguage('/abonnement', language));
      const label = elements(html, 'label').find((one) => elementById(one, 'consentement'));
      expect(textOf(label)).toBe(consentWording(language).text);
    });

    it.each(Object.entries(errors))('says the error of %s beside it', async (field, error) => {
      const { html, status, title } = await sent({ errors }, inLanguage('/abonnement', language));
      const input = elementById(html, field);
      expect(status).toBe(400);
      expect(title).toMatch(/^(Erreur|Error|Fout)/u);
      expect(input?.attribs).toMatchObject({ 'aria-invalid': 'true' });
      expect(input?.attribs['aria-describedby']?.split(' ')).toContain(`${field}-erreur`);
      const said = elementById(html, `${field}-erreur`);
      expect(textOf(said)).toBe(errorInWords(error, language));
      const rows = [...elements(html, 'div'), ...elements(html, 'fieldset')].filter(
        (row) => elementById(row, field) && !elementById(row, 'langue'),
      );
      expect(rows.map((row) => textOf(elementById(row, `${field}-erreur`)))).toEqual([textOf(said)]);
    });
  });

  it('says nothing of errors before anything was sent', async () => {
    const { html } = rendered(await filledHub(), '/abonnement');
    expect(html).not.toMatch(/aria-invalid|role="alert"/u);
  });

  it('leads from each error to its field', async () => {
    const { html } = await sent({ errors });
    const targets = elements(html, 'a').flatMap(({ attribs }) => /^#(.+)/u.exec(attribs['href'] ?? '')?.[1] ?? []);
    expect(targets).toEqual(['contenu', 'liste', 'adresse', 'consentement']);
    for (const target of targets) expect(elementById(html, target)).toBeDefined();
  });

  it('keeps what was written', async () => {
    const values = { liste: 'info-lille', adresse: '"<b>@x', langue: 'en', rythme: 'semaine-4', consentement: 'oui' };
    const { html } = await sent({ errors: { adresse: 'not-an-address' }, values });
    expect(elementById(html, 'adresse')?.attribs['value']).toBe('"<b>@x');
    expect(elementById(html, 'consentement')?.attribs).toHaveProperty('checked');
    const selected = elements(html, 'option').filter(({ attribs }) => 'selected' in attribs);
    expect(selected.map(({ attribs }) => attribs['value'])).toEqual(['semaine-4', 'en']);
    expect(ticked(html)).toEqual(['info-lille']);
  });

  it('consents to nothing and chooses no city by itself', async () => {
    const { html } = rendered(await filledHub(second), '/abonnement');
    expect(elementById(html, 'consentement')?.attribs).not.toHaveProperty('checked');
    expect(ticked(html)).toEqual([]);
  });

  it('of a city has its letter ticked, and offers the others too', async () => {
    const { html } = rendered(await filledHub(second), '/gent/abonnement');
    const boxes = elements(html, 'input').filter(({ attribs }) => attribs['name'] === 'liste');
    expect(boxes.map(({ attribs }) => attribs['value'])).toEqual(['info-gent', 'info-lille']);
    expect(ticked(html)).toEqual(['info-gent']);
    expect(elements(html, 'form')[0]?.attribs).toMatchObject({ method: 'post', action: '/gent/abonnement' });
  });

  it('leaves unticked what somebody unticked', async () => {
    const outcome = { errors: { liste: 'none-chosen' }, values: { adresse: 'a@exemple.test' } } as const;
    expect(ticked(rendered(await filledHub(second), '/gent/abonnement', { outcome }).html)).toEqual([]);
  });

  it('asks for each month unless another rhythm is chosen', async () => {
    const { html } = rendered(await filledHub(), '/abonnement');
    const options = elements(elementById(html, 'rythme') ?? '', 'option');
    expect(options.filter(({ attribs }) => 'selected' in attribs).map(textOf)).toEqual(['chaque mois']);
    expect(options).toHaveLength(10);
  });

  it('is not shown where there is no letter', async () => {
    const { html } = rendered(await filledHub(), '/gent/abonnement');
    expect(elements(html, 'form')).toHaveLength(0);
  });

  it('says the same to everybody who asked', async () => {
    const { html, title } = await sent({ done: 'asked' });
    expect(title).toBe('Regardez votre boîte aux lettres');
    expect(elements(html, 'form')).toHaveLength(0);
    expect(byClass(html, 'notice')).toHaveLength(0);
  });

  it('says to who asked how many letters that will be', async () => {
    const preferences = defaultPreferences({ city: 'lille' as AssemblyId, zone: 'Europe/Paris', language: 'fr' });
    const letters = { preferences, zone: 'Europe/Paris', themes: [], consents: [] };
    const { html } = await sent({ done: 'asked', letters });
    expect(textOf(byClass(html, 'card')[0])).toMatch(/Lille.*chaque mois.*Cela fait .* par mois/u);
  });
});
