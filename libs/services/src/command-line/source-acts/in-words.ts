import type { FirstOutcome } from '../../adding/first-reading.js';
import type { Suggested } from '../../adding/suggestions.js';
import type { Suggestion } from '../../adding/suggestion.js';

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

const suggestionInWords = (one: Suggestion, index: number): string =>
  [
    `${index + 1}. ${one.title} — ${one.kind} (${one.format}), ${one.because}${one.platform === 'web' ? '' : `, ${one.platform}`}`,
    `   ${one.url}`,
    `   ${counted(one.items, 'item')}, ${counted(one.gatherings, 'gathering')}${one.next.length > 0 ? '; next:' : ', none to come'}`,
    ...one.next.map(({ starts, title, place }) => `     ${starts}  ${title}${place ? `, ${place}` : ''}`),
    ...one.errors.map((error) => `   ! ${error}`),
    ...(one.errorsInAll > one.errors.length ? [`   ! and ${one.errorsInAll - one.errors.length} more`] : []),
    ...(one.readBy ? [`   read already, as ${one.readBy.source} of ${one.readBy.assembly}`] : []),
  ].join('\n');

export const suggestedInWords = ({ asked, suggestions, rejected, untried, problem }: Suggested): string =>
  [
    ...(problem === undefined ? [] : [`${asked}: nothing to read: ${problem}`]),
    ...suggestions.map(suggestionInWords),
    ...rejected.map(({ url, because, reason }) => `not ${url} (${because}): ${reason}`),
    ...(untried.length > 0 ? [`not looked at: ${untried.join(', ')}`] : []),
  ].join('\n');

export const readingInWords = (outcome: FirstOutcome | 'later'): string => {
  if (outcome === 'later') return 'it is read when Relais runs, or by «relais collect»';
  switch (outcome.outcome) {
    case 'read':
      return `read: ${counted(outcome.items, 'item')}, ${counted(outcome.events, 'new event')}`;
    case 'not-modified':
      return 'read before, and not modified';
    case 'failed':
      return `it could not be read now: ${outcome.reason?.detail}`;
    case 'postponed':
      return 'it is read later: its host wants to be left alone for a while';
  }
};
