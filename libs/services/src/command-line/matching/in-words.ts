import type { SecondThought } from '@relais/matching';
import type { StandingRuling } from '@relais/ruling';
import type { Basis } from '@relais/vocabulary';
import type { Done, Move, Refusal } from '../../moderation/orders.js';

const of = ({ source, item }: Basis): string => `«${source} ${item}»`;
const page = (gathering: string): string => `/rencontres/${gathering}`;

export const refusalInWords = (refused: Refusal): string => {
  switch (refused.type) {
    case 'unknown-gathering':
      return `there is no gathering «${refused.asked}»: take the address of its page, or «source item»`;
    case 'unknown-announcement':
      return `no announcement «${refused.asked}» ever spoke of a gathering: its source's id, a space, and its key there`;
    case 'nobody-announces':
      return `nobody announces ${page(refused.gathering)} any more: name the announcement, or the gathering it went to`;
    case 'one-announcement':
      return `${of(refused.announcement)} is one announcement: a ruling takes two`;
    case 'already-ruled':
      return `that was ruled already: ${refused.ruling}`;
    case 'contradicts':
      return `that contradicts ${refused.rulings.join(', ')}: undo one of them first`;
    case 'unknown-admin':
      return `no admin «${refused.by}» in the configuration`;
    case 'never-made':
      return `there is no ruling «${refused.ruling}»: relais matching list names those that stand`;
    case 'already-revoked':
      return `${refused.ruling} was undone already`;
  }
};

const moveInWords = ({ announcement, title, from, to }: Move): string =>
  `  ${of(announcement)} ${title}: ${from ? `${page(from)} → ` : ''}${page(to)}`;

export const doneInWords = (verb: string, { ruling, announcements, moves }: Done): string =>
  [
    `${ruling}: ${verb}${announcements ? ` ${announcements.map(of).join(' and ')}` : ''}`,
    ...(moves.length > 0 ? moves.map(moveInWords) : ['  nothing moves']),
  ].join('\n');

export const rulingInWords = ({ ruling, verdict, announcements, by, note }: StandingRuling): string =>
  `${ruling}  ${verdict.padEnd(5)} ${announcements.map(of).join(' and ')}, by ${by}${note ? `: ${note}` : ''}`;

const changes: Record<SecondThought['change'], string> = {
  joins: 'would join',
  parts: 'would part',
  moves: 'would move',
};

export const thoughtInWords = ({ announcement, title, change, from, to, score, reasons }: SecondThought): string => {
  const why = reasons.map(({ rule, detail }) => `${rule}: ${detail}`).join('; ');
  const where = `${page(from)} → ${to ? page(to) : 'a gathering of its own'}`;
  return `  ${changes[change]}  ${of(announcement)} ${title}\n              ${where} (${Math.round(score * 100)} %, ${why})`;
};
