/** What a token in a link is good for; a token for one is worthless for another. */
export const tokenPurposes = {
  confirm: 'confirm',
  preferences: 'preferences',
  leave: 'leave',
  keep: 'keep',
  answer: 'answer',
} as const;
export type TokenPurpose = keyof typeof tokenPurposes;
