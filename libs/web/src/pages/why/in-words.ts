import { dayInWords, momentInWords, type Instant, type Language, type TimeZone } from '@relais/vocabulary';
import { en } from './en.js';
import type { ExplainedLetter, ExplainedSubscription, Explanation, Reason } from './explained.js';
import { fr, type WhyWords } from './fr.js';
import { nl } from './nl.js';

export const whyWords: Record<Language, WhyWords> = { fr, en, nl };

type In = Readonly<{ language: Language; zone: TimeZone }>;
const at = (moment: Instant, { language, zone }: In): string => momentInWords(moment, zone, language);

const consent = ({ list, asked, imported, confirmedAt, choseAt, ended }: ExplainedSubscription, of: In): string => {
  const words = whyWords[of.language];
  return [
    ...(asked ? [words.asked(list, at(asked.at, of), asked.form, asked.wording)] : []),
    ...(imported
      ? [
          words.imported(
            list,
            at(imported.at, of),
            imported.since ? dayInWords(imported.since, of.language) : undefined,
          ),
        ]
      : []),
    ...(confirmedAt && !imported ? [words.confirmed(at(confirmedAt, of))] : []),
    ...(choseAt ? [words.chose(at(choseAt, of))] : []),
    ...(ended ? [words.ended(at(ended.at, of), words.endings[ended.reason])] : []),
  ].join(' ');
};

const letter = ({ purpose, issues, intendedAt, handedOverAt, fate, said }: ExplainedLetter, of: In): string => {
  const words = whyWords[of.language];
  const answer = fate === 'kept' ? (words.keptFor[said ?? ''] ?? said) : said;
  return [
    `${words.purposes[purpose]}${issues.length > 0 ? ` ${issues.join(', ')}` : ''}, ${at(intendedAt, of)}.`,
    ...(handedOverAt && fate !== 'kept' ? [words.handedOver(at(handedOverAt, of))] : []),
    words.fates[fate],
    ...(answer ? [answer] : []),
  ].join(' ');
};

const reason = (one: Reason, of: In): string => {
  const { why, endings } = whyWords[of.language];
  switch (one.type) {
    case 'unknown-address':
      return why[one.type];
    case 'not-confirmed':
      return why[one.type](at(one.since, of));
    case 'ended':
      return why.ended(at(one.at, of), endings[one.reason]);
    case 'paused':
      return why.paused(dayInWords(one.until, of.language));
    case 'due':
      return why.due(at(one.at, of));
    case 'nothing':
      return why.nothing[one.why](one.issue);
    case 'rejected':
    case 'has-letter':
    case 'no-such-issue':
    case 'waits-for-approval':
    case 'came-before-you':
    case 'other-city':
    case 'other-rhythm':
    case 'not-yet':
      return why[one.type](one.issue);
  }
};

/** An explanation as sentences, for a page and for a terminal. */
export const explanationInWords = (
  { subscriptions, letters, reasons }: Explanation,
  of: In,
): Readonly<Record<'reasons' | 'consent' | 'letters', readonly string[]>> => ({
  reasons: reasons.map((one) => reason(one, of)),
  consent: subscriptions.map((one) => consent(one, of)),
  letters: letters.map((one) => letter(one, of)),
});
