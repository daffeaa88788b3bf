/** Whom an issue is for: those who want a letter so often. `notice`: something cannot wait for their next one. */
export const cadences = ['event', 'day', 'week', 'month', 'notice'] as const;
export type Cadence = (typeof cadences)[number];

/** Versions of what letters are rendered with: with others, the same issue may come out in other words. */
export type MadeWith = Readonly<{ unicode: string; icu: string; tz: string; cldr: string }>;
