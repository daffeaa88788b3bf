/** Numbers from 0 up to 1 that look like chance and come again with the same seed (mulberry32). */
export const randomOf = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** Another seed at each run, unless ACCEPTANCE_SEED names one: what was seen once can be seen again. */
export const seedOfToday = (): number => Number(process.env['ACCEPTANCE_SEED'] ?? Date.now() % 1_000_000);

/** One whole number of each of so many equal parts of a range: at random, and yet all over it. */
export const spreadOver = (from: number, to: number, parts: number, random: () => number): number[] =>
  Array.from({ length: parts }, (_, part) => Math.floor(from + ((part + random()) * (to - from)) / parts));
