import type { When } from '@relais/vocabulary';
import type { AnnounceWords } from './words.js';

/** The fields of an announcement, by the names they are sent under. */
export const announceFields = [
  ...(['titre', 'date', 'jusquau', 'journee', 'debut', 'fin'] as const),
  ...(['lieu', 'adresse', 'codepostal', 'ville', 'lien', 'description'] as const),
] as const;
export type AnnounceField = (typeof announceFields)[number];

/** Something that was not found in what was pasted, or guessed; `text` is what was read so. */
export type AnnounceDoubt = Readonly<{ about: keyof AnnounceWords['doubts']; text?: string }>;

/** An announcement made with this link, as its maker finds it again. */
export type OwnAnnouncement = Readonly<{ item: string; title: string; when?: When; cancelled: boolean }>;

/** What an organiser sees behind their link. */
export type Announcing = Readonly<{
  source: string;
  assembly: string;
  /** The fields are shown once there is something to look at. */
  step: 'paste' | 'fields';
  /** What was typed, or understood, by field; beside them `colle`, `cle` and `alias`. */
  values: Readonly<Record<string, string>>;
  errors?: Readonly<Partial<Record<AnnounceField | 'colle', keyof AnnounceWords['errors']>>>;
  doubts?: readonly AnnounceDoubt[];
  /** What came of what was sent. */
  done?: keyof AnnounceWords['done'];
  own: readonly OwnAnnouncement[];
}>;

/** Which field a doubt is about. */
export const fieldOf = (about: AnnounceDoubt['about']): AnnounceField => {
  switch (about) {
    case 'no-title':
      return 'titre';
    case 'no-time':
    case 'several-times':
    case 'time-skipped':
      return 'debut';
    case 'all-day-assumed':
      return 'journee';
    case 'no-place':
      return 'lieu';
    case 'city-assumed':
      return 'ville';
    case 'shortened':
    case 'several-items':
      return 'description';
    case 'no-date':
    case 'past':
    case 'several-dates':
    case 'repeats':
    case 'year-assumed':
    case 'month-assumed':
    case 'day-reckoned':
    case 'weekday-differs':
    case 'day-month-assumed':
      return 'date';
  }
};
