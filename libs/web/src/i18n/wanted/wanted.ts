import type { Language } from '@relais/vocabulary';
import { messages } from '../messages.js';
import { wantedEn } from './en.js';
import { wantedFr, type WantedWords } from './fr.js';
import { wantedNl } from './nl.js';

export type { WantedWords } from './fr.js';

/** What pages say of the letters that somebody wants. */
export const wantedWords: Readonly<Record<Language, WantedWords>> = { fr: wantedFr, en: wantedEn, nl: wantedNl };

type Told = keyof (typeof messages)['fr']['errors'];
export type FormError = Told | keyof WantedWords['errors'];

/** What is wrong with a field, in words. */
export const errorInWords = (error: FormError, language: Language): string => {
  const { errors } = wantedWords[language];
  return error in errors ? errors[error as keyof typeof errors] : messages[language].errors[error as Told];
};
