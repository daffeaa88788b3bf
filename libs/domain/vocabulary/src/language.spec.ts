import { isLanguage, languages } from './language.js';

describe('a language', () => {
  it('is one that pages are written in, French before all', () => {
    expect(languages[0]).toBe('fr');
    expect(languages.every(isLanguage)).toBe(true);
  });

  it('is nothing else', () => {
    expect(['FR', 'fr-FR', 'de', '', undefined, null, 0, ['fr'], 'length'].filter(isLanguage)).toEqual([]);
  });
});
