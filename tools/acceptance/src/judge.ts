import { NotHere, type Point } from './point.ts';

export type Judgement = Readonly<{ passed: number; failed: number; skipped: number }>;

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
const line = (verdict: string, { name }: Point, from: number, words: string): string =>
  `${verdict.padEnd(7)} ${name.padEnd(10)} ${words} (${((Date.now() - from) / 1_000).toFixed(1)} s)`;

/**
 * Shows one point after another and says what was seen. One that fails does not keep the others from being shown. What
 * `required` does not name may be missing on this machine: then the point is skipped, and says so.
 */
export const judge = async (
  points: readonly Point[],
  required: readonly string[],
  say: (line: string) => void,
): Promise<Judgement> => {
  const count = { passed: 0, failed: 0, skipped: 0 };
  for (const point of points) {
    const from = Date.now();
    try {
      const { seen, more = [] } = await point.show();
      count.passed++;
      say(line('passed', point, from, seen));
      for (const one of more) say(`        ${one}`);
    } catch (error) {
      const skipped = error instanceof NotHere && !required.includes(error.what);
      count[skipped ? 'skipped' : 'failed']++;
      say(line(skipped ? 'skipped' : 'FAILED', point, from, wordsOf(error)));
    }
  }
  return count;
};

/** The last line of a run: skipped points are counted only where there are any. */
export const inWords = ({ passed, failed, skipped }: Judgement): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
