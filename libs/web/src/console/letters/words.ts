import type { Language } from '@relais/vocabulary';
import { en } from './en.js';
import { fr, type LettersWords } from './fr.js';
import { nl } from './nl.js';

export type { LettersWords } from './fr.js';

export const lettersWords: Record<Language, LettersWords> = { fr, en, nl };
