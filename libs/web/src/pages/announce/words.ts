import type { Language } from '@relais/vocabulary';
import { en } from './en.js';
import { fr, type AnnounceWords } from './fr.js';
import { nl } from './nl.js';

export type { AnnounceWords } from './fr.js';

/** Every text of the form of organisers; a language more is a member more. */
export const announceWords: Record<Language, AnnounceWords> = { fr, en, nl };
