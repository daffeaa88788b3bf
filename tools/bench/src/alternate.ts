/** One side of a comparison: does the work of a round (0 is the one that does not count) and says how it went. */
type Side = (round: number) => Promise<number>;

/**
 * Lets two sides do their rounds in turn, the one that begins changing each time, so that a machine that slows down for
 * a while slows down both. A first round of each warms up and is not counted.
 */
export const alternate = async (
  rounds: number,
  ours: Side,
  other: Side,
): Promise<Readonly<{ ours: readonly number[]; other: readonly number[] }>> => {
  const figures: { ours: number[]; other: number[] } = { ours: [], other: [] };
  for (let round = 0; round <= rounds; round++) {
    const order = [['ours', ours] as const, ['other', other] as const];
    if (round % 2 === 1) order.reverse();
    for (const [name, side] of order) {
      const figure = await side(round);
      if (round > 0) figures[name].push(figure);
    }
  }
  return figures;
};
