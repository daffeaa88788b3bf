import type { Language } from '@relais/vocabulary';
import { en } from './en.js';
import { fr, type ReplayWords } from './fr.js';
import { nl } from './nl.js';

export const replayWords: Record<Language, ReplayWords> = { fr, en, nl };

/** A projection as it is called on the pages: by its own name where nobody gave it another. */
export const projectionInWords = (name: string, language: Language): string =>
  replayWords[language].projections[name] ?? name;
