const day = 24 * 3_600_000;
/** What was new on so many occasions has a rhythm. */
const leastOccasions = 3;
/** Of so many pauses, the last ones, what is usual is made: a source that comes to a slower pace is not silent for ever. */
const mostGaps = 9;

/** Since when a source is silent, in milliseconds, and each how many days it usually shows something. */
export type Silence = Readonly<{ from: number; last: number; usual: number }>;

/**
 * When a source that last had something new then is to be called silent. Usual is what three of four of its pauses do not
 * exceed: many publish in bursts, whose short pauses say nothing. Within a day all is one occasion. A pause may be a third
 * longer than usual, and a week at least: 40 days where 30 are usual, two weeks where one is. Twice the usual would be
 * two months for a monthly meeting, after which two have been missed; a fixed number of days would call a yearly
 * festival silent for being a fortnight late, or a daily bulletin only after its readers had gone.
 */
export const silenceAfter = (newsAt: readonly number[]): Silence | undefined => {
  const last = newsAt.at(-1);
  const gaps = newsAt
    .slice(1)
    .map((at, index) => at - (newsAt[index] ?? at))
    .filter((gap) => gap >= day)
    .slice(-mostGaps)
    .sort((one, other) => one - other);
  const gap = gaps[Math.ceil((gaps.length - 1) * 0.75)];
  if (last === undefined || gap === undefined || gaps.length + 1 < leastOccasions) return undefined;
  return { from: last + gap + Math.max(7 * day, gap / 3), last, usual: Math.round(gap / day) };
};

/** What is to be recorded of it at this moment; undefined while it is not silent. */
export const silenceAt = (silence: Silence | undefined, now: number): { days: number; usual: number } | undefined =>
  silence && now >= silence.from ? { days: Math.floor((now - silence.last) / day), usual: silence.usual } : undefined;
