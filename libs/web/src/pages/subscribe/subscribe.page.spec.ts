import { languages } from '@relais/vocabulary';
import type { FormOutcome } from '../../page.js';
import { consentWording } from '../../i18n/consent.js';
import { messages } from '../../i18n/messages.js';
import { filledHub } from '../../testing/filled-hub.js';
import { byClass, elementById, elements, rendered, textOf } from '../../testing/rendered.js';
import { inLanguage } from '../../testing/request.js';

const errors = { liste: 'missing', adresse: 'not-an-address', consentement: 'consent-missing' } as const;
const sent = async (outcome: FormOutcome, address = '/abonnement') => rendered(await filledHub(), address, { outcome });

describe('the form of a subscription', () => {
  describe.each(languages)('in %s', (language) => {
    it('shows the wording that is recorded', async () => {
      const { html } = rendered(await filledHub(), inLanguage('/abonnement', language));
      const label = elements(html, 'label').find(({ attribs }) => attribs['class'] === 'choice');
      expect(textOf(label)).toBe(consentWording(language).text);
    });

    it.each(Object.entries(errors))('says the error of %s beside it', async (field, error) => {
      const { html, status, title } = await sent({ errors }, inLanguage('/abonnement', language));
      const input = elementById(html, field);
      expect(status).toBe(400);
      expect(title).toMatch(/^(Erreur|Error|Fout)/u);
      expect(input?.attribs).toMatchObject({ 'aria-invalid': 'true', 'aria-describedby': `${field}-erreur` });
      const said = elementById(html, `${field}-erreur`);
      expect(textOf(said)).toBe(messages[language].errors[error]);
      const rows = elements(html, 'div').filter((row) => elementById(row, field) && !elementById(row, 'langue'));
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
    const values = { liste: 'info-lille', adresse: '"<b>@x', langue: 'en', consentement: 'oui' };
    const { html } = await sent({ errors: { adresse: 'not-an-address' }, values });
    expect(elementById(html, 'adresse')?.attribs['value']).toBe('"<b>@x');
    expect(elementById(html, 'consentement')?.attribs).toHaveProperty('checked');
    const selected = elements(html, 'option').filter(({ attribs }) => 'selected' in attribs);
    expect(selected.map(({ attribs }) => attribs['value'])).toEqual(['info-lille', 'en']);
  });

  it('consents to nothing and chooses no city by itself', async () => {
    const second = { type: 'list.opened', data: { list: 'info-gent', assembly: 'gent', name: 'Info', kind: 'info' } };
    const { html } = rendered(await filledHub(second as never), '/abonnement');
    expect(elementById(html, 'consentement')?.attribs).not.toHaveProperty('checked');
    expect(elements(html, 'option')[0]?.attribs['value']).toBe('');
    expect(elements(html, 'option').filter(({ attribs }) => 'selected' in attribs)).toHaveLength(1);
  });

  it('offers the letter of its own city alone', async () => {
    const { html } = rendered(await filledHub(), '/lille/abonnement');
    const values = elements(html, 'option').map(({ attribs }) => attribs['value']);
    expect(values).toEqual(['info-lille', 'fr', 'en', 'nl']);
    expect(elements(html, 'form')[0]?.attribs).toMatchObject({ method: 'post', action: '/lille/abonnement' });
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
});
