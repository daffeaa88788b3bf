import type { Diff, Difference } from '@relais/read-models';
import type { Output } from '../output.js';
import { wholeNumber, type Option, type Options } from '../verb.js';
import { diffInWords } from './in-words.js';

export const limitOption: Option = ['--limit <number>', 'how many examples of each projection; 5 unless said'];

/** How differences are told: to people a summary and examples, to programs each as a line, and the summary as the last. */
export const telling = (
  output: Output,
  options: Options,
): { limit?: number; onDifference?: (difference: Difference) => void } => {
  const limit = wholeNumber('--limit', options['limit']);
  return {
    ...(limit !== undefined && { limit }),
    ...(output.json && { onDifference: (difference) => output.line(JSON.stringify({ difference })) }),
  };
};

/** Says it; `more` is what else there is to say of it to programs. */
export const tellDiff = (output: Output, diff: Diff, more: Readonly<Record<string, unknown>> = {}): void => {
  const { examples: _, ...summary } = diff;
  output.say({ ...more, ...summary }, () => diffInWords(diff));
};

/** What a replay is asked for, where the differences are to be told: as many examples as are wanted. */
export const askedDiff = (options: Options): { diff?: { limit?: number } } => {
  const limit = wholeNumber('--limit', options['limit']);
  return options['diff'] === true ? { diff: limit === undefined ? {} : { limit } } : {};
};

/** Says what a replay found other, while it goes on: to programs each example as a line, then what all come to. */
export const tellReplayDiff = (output: Output, diff: Diff): void => {
  const { examples, ...summary } = diff;
  output.stepsEnd();
  if (output.json) for (const difference of examples) output.line(JSON.stringify({ difference }));
  output.say({ diff: summary }, () => diffInWords(diff));
};
