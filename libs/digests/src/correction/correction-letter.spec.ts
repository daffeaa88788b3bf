import type { GatheringFact } from '@relais/digest';
import { languages, type GatheringId, type IssueId } from '@relais/vocabulary';
import { filled } from '../template.js';
import { links } from '../testing/issue.js';
import { readInHtml, readInText } from '../testing/read-by-a-person.js';
import { correctionLetter, type Correction } from './correction-letter.js';

const before: GatheringFact = {
  ...{ gathering: 'atelier' as GatheringId, city: 'Lille', title: 'Atelier wiki', place: { name: 'MRES' } },
  when: { kind: 'timed', starts: '2026-12-03T17:00:00Z', zone: 'Europe/Paris' },
};
const letter = (after: Partial<GatheringFact>, more: Partial<Correction> = {}) => {
  const { html = '', ...rest } = filled(
    correctionLetter({
      ...{ before, after: { ...before, ...after }, issue: 'info-lille-2026-11' as IssueId, language: 'fr' },
      ...{ listName: 'Info Lille', publicUrl: 'https://relais.example' },
      ...more,
    }),
    links,
  );
  return { html, ...rest };
};
const flat = (text: string): string => text.replace(/[^\S\u00a0]+/gu, ' ');

describe('a correction', () => {
  it('says in its subject and its first line what changed, then before and now', () => {
    const { subject, text } = letter({ place: { name: 'La Condition publique', city: 'Roubaix' } });
    expect(subject).toBe('Changement\u00a0: Atelier wiki');
    const first = 'Ce que notre lettre disait de «\u00a0Atelier wiki\u00a0» a changé\u00a0: le lieu.';
    expect(text.split('\n\n')[1]?.replaceAll('\n', ' ')).toBe(first);
    expect(text).toContain('Le lieu\n-------\n\nAvant\u00a0: MRES\nMaintenant\u00a0: La Condition publique, Roubaix\n');
  });

  it('says all that changed, and nothing that did not', () => {
    const { text } = letter({ title: 'Atelier', when: { kind: 'all-day', from: '2026-12-04', until: '2026-12-04' } });
    expect(flat(text)).toContain('a changé\u00a0: le nom, la date ou l’heure.');
    expect(text).toContain(
      'Avant\u00a0: jeudi 3 décembre 2026 à 18\u00a0h\u00a000\nMaintenant\u00a0: vendredi 4 décembre 2026',
    );
    expect(text).not.toContain('Le lieu');
  });

  it('says plainly that it is called off, and no answer is asked for any more', () => {
    const { subject, text, html } = letter({ cancelled: true });
    expect(subject).toBe('Annulée\u00a0: Atelier wiki');
    expect(flat(text)).toContain('La rencontre «\u00a0Atelier wiki\u00a0» est annulée.');
    expect(html).not.toContain('/reponse');
    expect(letter({}, { before: { ...before, cancelled: true } }).subject).toBe('Maintenue\u00a0: Atelier wiki');
  });

  it('says that a place is not said any more', () => {
    const { place: _, ...placeless } = before;
    expect(letter({}, { after: placeless }).text).toContain('Maintenant\u00a0: non précisé');
  });

  it.each(languages)('says the same in HTML and in text: %s', (language) => {
    const { html, text } = letter(
      { title: '</b> {{leave}} "x"', cancelled: true, place: { name: 'Ici\n* là' } },
      { language },
    );
    expect(readInText(text)).toEqual(readInHtml(html));
  });

  it('is text alone where somebody wants that', () => {
    const { subject, text } = letter({ cancelled: true });
    expect(letter({ cancelled: true }, { format: 'text' })).toEqual({ subject, text, html: '' });
  });

  it('of what did not change is none', () => {
    expect(() => letter({ themes: ['eau'] })).toThrow('a correction of what did not change');
  });
});
