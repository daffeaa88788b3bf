import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { history } from '@relais/read-models/testing';
import { languages, type Language } from '@relais/vocabulary';
import { replayWords } from '../console/replay/words.js';
import { rulingsWords } from '../console/rulings/words.js';
import { sourcesWords } from '../console/sources/words.js';
import { consoleWords } from '../console/wording.js';
import { announceWords } from '../pages/announce/words.js';
import { words as journalWords } from '../pages/journal/words.js';
import { messages } from './messages.js';

const dictionaries = { messages, announceWords, journalWords, consoleWords, sourcesWords, rulingsWords, replayWords };

const source = join(import.meta.dirname, '..');
const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/u.test(file) && !file.includes('.spec.') && !/^(i18n|testing)\//u.test(file))
  .map((file) => readFileSync(join(source, file), 'utf8'))
  .join('\n');

/** Every text below a value, by its path; functions are asked for none, one and two. */
const texts = (value: unknown, path: string): [string, string][] => {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function')
    return [0, 1, 2].map((count) => [
      `${path}(${count})`,
      String((value as (...of: number[]) => unknown)(count, count)),
    ]);
  return Object.entries(value as object).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
};

/** Every text of every page in a language. */
const textsIn = (language: Language): [string, string][] =>
  Object.entries(dictionaries).flatMap(([name, words]) => texts(words[language], `${name}.${language}`));

describe('the messages', () => {
  it('have the same keys in every language', () => {
    const keys = (value: unknown): unknown =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).map(([key, inner]) => [key, keys(inner)])
        : typeof value;
    for (const language of languages) expect(keys(messages[language])).toEqual(keys(messages.fr));
  });

  it('are all used', () => {
    const unused = Object.keys(messages.fr).filter(
      (key) => !new RegExp(`(words|messages\\[[\\w.]*language\\])\\.${key}\\b`, 'u').test(code),
    );
    expect(unused).toEqual([]);
  });

  it.each(languages)('are never empty in %s', (language) => {
    for (const [path, text] of texts(messages[language], language)) expect([path, text.trim()]).not.toEqual([path, '']);
  });

  it('name in words everything that can happen to a gathering', () => {
    const happened = new Set(
      history.flatMap(({ events }) => events.map(({ type }) => type)).filter((type) => type.startsWith('gathering.')),
    );
    for (const language of languages)
      expect(Object.keys(messages[language].events)).toEqual(expect.arrayContaining([...happened]));
  });

  it('are set as French is: no line ends before high punctuation or inside quotation marks', () => {
    for (const [path, text] of texts(messages.fr, 'fr')) {
      expect([path, text]).not.toEqual([path, expect.stringMatching(/ [:;!?»%]|« /u)]);
      expect([path, text]).not.toEqual([path, expect.stringMatching(/\p{L}[:;!?»]|«\p{L}/u)]);
    }
  });

  it.each(['en', 'nl'] as const)('are set as %s is: no space before punctuation', (language) => {
    for (const [path, text] of textsIn(language))
      expect([path, text]).not.toEqual([path, expect.stringMatching(/[\s\u00a0\u202f][:;!?%]/u)]);
  });

  it.each(languages)('have typographic apostrophes in %s', (language) => {
    for (const [path, text] of textsIn(language))
      expect([path, text]).not.toEqual([path, expect.stringContaining("'")]);
  });

  it('count as each language counts', () => {
    expect([0, 1, 2].map(messages.fr.items)).toEqual(['0 publication', '1 publication', '2 publications']);
    expect([0, 1, 2].map(messages.en.items)).toEqual(['0 items', '1 item', '2 items']);
    expect([0, 1, 2].map(messages.nl.items)).toEqual(['0 publicaties', '1 publicatie', '2 publicaties']);
  });
});
