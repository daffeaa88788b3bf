import type { Language } from '@relais/vocabulary';

/** Each language by its own name: who looks for it reads it, whatever the page is in. */
export const languageNames: Record<Language, string> = { fr: 'Français', en: 'English', nl: 'Nederlands' };
