/** The languages pages and letters are written in, the first being the default. */
export const languages = ['fr', 'en', 'nl'] as const;
export type Language = (typeof languages)[number];

export const isLanguage = (value: unknown): value is Language => languages.some((language) => language === value);
