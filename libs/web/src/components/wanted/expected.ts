import { expectedLetters, type FactsAMonth, type Preferences } from '@relais/mailing-list';
import { agenda, assemblies, news, type ReadModels } from '@relais/read-models';
import type { AssemblyId, Instant, Language } from '@relais/vocabulary';
import { messages } from '../../i18n/messages.js';
import { wantedWords } from '../../i18n/wanted/wanted.js';
import { rhythmInWords } from './letters.js';

const year = 365 * 24 * 60 * 60_000;
/** Counted by the second, as rows write it. */
const second = (at: number): Instant => `${new Date(at).toISOString().slice(0, 19)}Z`;

/** What became known of these cities over the last year, by month. Votes and minutes are among the news until read models tell them apart. */
export const factsAMonth = (models: ReadModels, now: Instant, cities: readonly AssemblyId[] | 'all'): FactsAMonth => {
  const [from, before] = [{ known: second(Date.parse(now) - year) }, { known: second(Date.parse(now)) }];
  type Of = { where?: { assembly: AssemblyId } };
  const over: Of[] = cities === 'all' ? [{}] : cities.map((assembly) => ({ where: { assembly } }));
  const sum = (count: (of: Of) => number): number => over.map(count).reduce((all, one) => all + one, 0) / 12;
  return {
    gatherings: sum((of) => models.count(agenda, { ...of, from, before })),
    news: sum((of) => models.count(news, { ...of, from, before })),
    votes: 0,
    minutes: 0,
  };
};

/** What these preferences come to, in a sentence: “That comes to about 2 letters a month…”. */
export const expectedInWords = (
  models: ReadModels,
  now: Instant,
  preferences: Preferences,
  language: Language,
): string => {
  const { expected } = wantedWords[language];
  return expected(expectedLetters(preferences, factsAMonth(models, now, preferences.cities)));
};

/** All that a letter says of a wish: of which cities, how often, and what that comes to. */
export const wishInWords = (models: ReadModels, now: Instant, preferences: Preferences, language: Language): string => {
  const words = wantedWords[language];
  const { cities, rhythm } = preferences;
  const named =
    cities === 'all' ? words.allCities : cities.map((id) => models.get(assemblies, id)?.profile.city ?? id).join(', ');
  const said = messages[language].titleOf(named, rhythmInWords(rhythm, words));
  return `${said}. ${expectedInWords(models, now, preferences, language)}`;
};
