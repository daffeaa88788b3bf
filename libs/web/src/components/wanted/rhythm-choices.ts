import type { Rhythm } from '@relais/mailing-list';
import type { WantedWords } from '../../i18n/wanted/wanted.js';

const days = [1, 2, 3, 4, 5, 6, 7] as const;

/** A rhythm as forms write it, in one field. */
export const rhythmValue = (rhythm: Rhythm): string =>
  rhythm.every === 'week' ? `semaine-${rhythm.on}` : { event: 'nouveau', day: 'jour', month: 'mois' }[rhythm.every];

/** What was written in a form; undefined for what is no rhythm. */
export const rhythmOf = (value: string): Rhythm | undefined => rhythms.find((rhythm) => rhythmValue(rhythm) === value);

const rhythms: readonly Rhythm[] = [
  { every: 'month' },
  ...days.map((on) => ({ every: 'week', on }) as const),
  { every: 'day' },
  { every: 'event' },
];

/** All of them, the rarest first. */
export const rhythmChoices = (words: WantedWords): { value: string; label: string }[] =>
  rhythms.map((rhythm) => ({
    value: rhythmValue(rhythm),
    label: rhythm.every === 'week' ? words.rhythms.week(rhythm.on) : words.rhythms[rhythm.every],
  }));
