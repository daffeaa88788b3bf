import type { LetterDifference } from './letters.js';

/** What is other in one letter, as lines. */
export const letterDifferenceInWords = ({ issue, language, subject, text, html }: LetterDifference): string =>
  [
    `${issue} (${language})${html ? ', its HTML too' : ''}`,
    ...(subject ? [`  subject: «${subject.before}» → «${subject.after}»`] : []),
    ...text.map(({ sign, line }) => `  ${sign} ${line}`),
  ].join('\n');
