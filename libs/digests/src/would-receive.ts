import type { Preferences } from '@relais/mailing-list';
import { factsOf } from './telling/facts-of.js';
import { wholeEdition, type TellableIssue } from './telling/issue.js';

/**
 * What somebody gets of issues: so many facts, or no letter and why not. `nothing-happened`: there is nothing to tell anybody;
 * `other-kinds`: nothing of the kinds that they chose; `other-themes`: of those kinds, nothing of the themes.
 */
export type WouldReceive =
  Readonly<{ facts: number }> | Readonly<{ nothing: 'nothing-happened' | 'other-kinds' | 'other-themes' }>;

/** Whether a person with these preferences has a letter of these issues, which are those of their cities. */
export const wouldReceive = (
  { language, length, format, kinds, themes }: Preferences,
  issues: readonly TellableIssue[],
): WouldReceive => {
  const count = (edition: Parameters<typeof factsOf>[0]): number =>
    Object.values(factsOf(edition, issues)).reduce((sum, facts) => sum + facts.length, 0);
  const edition = { language, length, format, kinds, themes };
  const facts = count(edition);
  if (facts > 0) return { facts };
  if (count(wholeEdition(language)) === 0) return { nothing: 'nothing-happened' };
  return { nothing: count({ ...edition, themes: 'all' }) === 0 ? 'other-kinds' : 'other-themes' };
};
