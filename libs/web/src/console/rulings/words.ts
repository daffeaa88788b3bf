import type { Language } from '@relais/vocabulary';
import { en } from './en.js';
import { fr, type RulingsWords } from './fr.js';
import { nl } from './nl.js';

export type { RulingsWords } from './fr.js';

export const rulingsWords: Record<Language, RulingsWords> = { fr, en, nl };
