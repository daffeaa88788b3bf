/** What a look at one thing found: `detail` says what is, `advice` what to do about it. */
export type Finding = Readonly<{ state: 'good' | 'doubtful' | 'bad'; detail: string; advice?: string }>;

export const good = (detail: string): Finding => ({ state: 'good', detail });
export const doubtful = (detail: string, advice: string): Finding => ({ state: 'doubtful', detail, advice });
export const bad = (detail: string, advice: string): Finding => ({ state: 'bad', detail, advice });

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
