import type { IssueDifference, NamedFact } from '@relais/digests';
import { whenInWords } from '@relais/vocabulary';
import type { Composed } from '../../courier/composer.js';
import type { Foreseen } from '../../courier/foreseeing.js';

const copyInWords = ({ language, length, format, letters }: Foreseen['copies'][number]): string =>
  `  ${letters} × ${language}, ${length}, ${format}`;

const named = ({ title, when }: NamedFact): string => (when ? `${title} · ${whenInWords(when, 'en')}` : title);

const differenceInWords = ({ added, removed, changed }: IssueDifference): string[] => [
  ...added.map((fact) => `  + ${named(fact)}`),
  ...removed.map((fact) => `  - ${named(fact)}`),
  ...changed.map((fact) => `  ~ ${named(fact)} (${fact.parts.join(', ')})`),
];

/** What a dry run shows a person: who would get it, what is new since the last, and the letter. */
export const foreseenInWords = ({ foreseen }: Composed): string => {
  if (foreseen === undefined) return '';
  const { copies, without, previous, difference, letter } = foreseen;
  const said = differenceInWords(difference);
  return [
    ...['', 'Who would get it:', ...(copies.length > 0 ? copies.map(copyInWords) : ['  nobody'])],
    ...(without.paused > 0 ? [`  not: ${without.paused} whose letters are paused`] : []),
    ...(without.nothing > 0 ? [`  not: ${without.nothing} who chose other kinds or themes`] : []),
    ...['', previous ? `Since ${previous}:` : 'The first of its list:', ...(said.length > 0 ? said : ['  the same'])],
    ...['', `Subject: ${letter.subject}`, '', letter.text.trimEnd()],
  ].join('\n');
};
