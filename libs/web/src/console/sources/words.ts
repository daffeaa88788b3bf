import type { Language } from '@relais/vocabulary';
import { en } from './en.js';
import { fr, type SourcesWords } from './fr.js';
import { nl } from './nl.js';

export type { SourcesWords } from './fr.js';

export const sourcesWords: Record<Language, SourcesWords> = { fr, en, nl };
