import { languages } from '@relais/vocabulary';
import { filled } from '../template.js';
import { readInHtml, readInText } from '../testing/read-by-a-person.js';
import { reminderLetter } from './reminder-letter.js';

const slots = {
  keep: 'https://relais.example/abonnement/garder?jeton=k',
  leave: 'https://relais.example/abonnement/quitter?jeton=l',
};
const letter = (language: (typeof languages)[number]) =>
  filled(reminderLetter({ listName: 'Info <Lille>', assemblyName: 'Lille', until: '2026-12-23', language }), slots);

describe('the letter that asks whether somebody still wants theirs', () => {
  it.each(languages)('asks in %s, with both answers, and says what happens without one, in both parts', (language) => {
    const { html, text } = letter(language);
    expect(readInText(text)).toEqual(readInHtml(html));
    expect(readInText(text).links).toEqual([slots.keep, slots.leave]);
    expect(text.replaceAll('\n', ' ')).toContain(
      { fr: 'mercredi 23 décembre 2026', en: 'Wednesday 23 December 2026', nl: 'woensdag 23 december 2026' }[language],
    );
  });

  it('tells whoever another list had where they come from, and of no three years', () => {
    for (const language of languages) {
      const asked = { listName: 'Info', assemblyName: 'Lille', until: '2026-12-23', language } as const;
      const { html, text } = filled(reminderLetter({ ...asked, reason: 'import' }), slots);
      expect(readInText(text)).toEqual(readInHtml(html));
      expect(text).not.toMatch(/trois ans|three years|drie jaar/);
    }
  });

  it('says that opening a letter is not measured', () => {
    expect(letter('fr').text.replaceAll('\n', ' ')).toContain('Nous ne mesurons pas si vous ouvrez nos lettres');
  });
});
