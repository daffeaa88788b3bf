import { filled } from '../template.js';
import { links } from '../testing/issue.js';
import { confirmationLetter } from './confirmation-letter.js';

const asked = { listName: 'Info <Lille> {{confirm}}', assemblyName: 'Assemblée & communs' } as const;

describe('the letter that asks for a confirmation', () => {
  it('says in French what was asked for, and has the one link, in both parts', () => {
    const { subject, html, text } = filled(confirmationLetter({ ...asked, listName: 'Info', language: 'fr' }), links);
    expect(subject).toBe('Confirmez votre abonnement : Info');
    expect(html).toContain(`<a class="button" href="${links.confirm}">Confirmer mon abonnement</a>`);
    expect(text).toContain(`Confirmer mon abonnement\u00a0:\n${links.confirm}\n`);
    for (const part of [html.replaceAll('&amp;', '&'), text.replaceAll('\n', ' ')]) {
      expect(part).toContain('a demandé que cette adresse reçoive « Info » de : Assemblée & communs.');
      expect(part).toContain('sans confirmation, il n’y en aura pas d’autre.');
    }
  });

  it('says so in English', () => {
    const { subject, html, text } = filled(confirmationLetter({ ...asked, listName: 'Info', language: 'en' }), links);
    expect([subject, html.includes('<html lang="en"')]).toEqual(['Confirm your subscription: Info', true]);
    expect(text).toContain(`Confirm my subscription:\n${links.confirm}\n`);
  });

  it('says so in Dutch', () => {
    const { subject, html, text } = filled(confirmationLetter({ ...asked, listName: 'Info', language: 'nl' }), links);
    expect([subject, html.includes('<html lang="nl"')]).toEqual(['Bevestig je inschrijving: Info', true]);
    expect(text).toContain(`Mijn inschrijving bevestigen:\n${links.confirm}\n`);
  });

  it('takes no markup and no slot from a name', () => {
    const { html, text } = filled(confirmationLetter({ ...asked, language: 'fr' }), links);
    expect(html).not.toContain('<Lille>');
    expect(html.split(links.confirm)).toHaveLength(2);
    expect(text.split(links.confirm)).toHaveLength(2);
  });

  it('says what was asked for, where that is known', () => {
    const wanted = 'Lille, Brest : chaque jour. Cela fait environ 9 lettres par mois.';
    const { html, text } = filled(confirmationLetter({ ...asked, listName: 'Info', language: 'fr', wanted }), links);
    for (const part of [html, text]) {
      expect(part.replace(/\s+/gu, ' ')).toContain(`${wanted} Rien ne vous sera envoyé`);
      expect(part).not.toContain('environ une lettre par mois');
    }
  });
});
