import type { Language } from '@relais/vocabulary';
import { en } from './en.js';
import { fr, type Messages } from './fr.js';
import { nl } from './nl.js';

export type { Messages } from './fr.js';

/** Every text of the pages in every language. */
export const messages: Record<Language, Messages> = { fr, en, nl };
