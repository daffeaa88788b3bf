import { languages, type Language } from '@relais/vocabulary';
import { z } from 'zod';
import { keysOf, listOf, slug, text } from './fields.js';

const names = z.union(
  [text, keysOf(Object.fromEntries(languages.map((language) => [language, text])) as Record<Language, typeof text>)],
  { error: `expected a name, or one for each of ${languages.join(', ')}` },
);

/** A word that says nothing by itself would make every text one of its theme. */
const word = text.min(3, 'expected a word of at least 3 letters');

const theme = keysOf({
  id: slug('an id'),
  /** Shown to people: one for all languages, or one for each. */
  name: names,
  /** A text in which one of these stands, at the beginning of a word and whatever its accents and capitals, is of the theme. */
  words: listOf(word, 'words').min(1, 'expected at least one word'),
}).transform(({ id, name, words }) => ({
  id,
  words,
  names: typeof name === 'string' ? allNamed(name) : name,
}));

const allNamed = (name: string): Record<Language, string> =>
  Object.fromEntries(languages.map((language) => [language, name])) as Record<Language, string>;

/** What letters can be about; who has chosen some is not told of the others. */
export const themes = listOf(theme, 'themes').superRefine((all, context) => {
  all.forEach(({ id }, index) => {
    if (all.findIndex((one) => one.id === id) < index)
      context.addIssue({ code: 'custom', path: [index, 'id'], message: 'expected an id of its own', input: id });
  });
});

export type Theme = z.output<typeof theme>;

const plain = (said: string): string =>
  said
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ');

/** The ids of the themes that a text is of, in the order of the configuration. */
export const themesOf = (said: string, themes: readonly Theme[]): string[] => {
  const words = ` ${plain(said)} `;
  return themes
    .filter((theme) => theme.words.some((one) => words.includes(` ${plain(one).trim()}`)))
    .map(({ id }) => id);
};
