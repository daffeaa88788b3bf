/** A line that only one of two texts has, at its place in the order of both. */
export type LineChange = Readonly<{ sign: '-' | '+'; line: string }>;

/** The lines to be taken out of one text and put in to make the other, fewest first. */
export const lineChanges = (before: string, after: string): readonly LineChange[] => {
  const [was, is] = [before.split('\n'), after.split('\n')];
  // How many lines the rest of both, from here on, have in common and in order.
  const common = Array.from({ length: was.length + 1 }, () => new Uint32Array(is.length + 1));
  const at = (one: number, other: number): number => common[one]?.[other] ?? 0;
  for (let one = was.length - 1; one >= 0; one--)
    for (let other = is.length - 1; other >= 0; other--)
      (common[one] as Uint32Array)[other] =
        was[one] === is[other] ? at(one + 1, other + 1) + 1 : Math.max(at(one + 1, other), at(one, other + 1));
  const changes: LineChange[] = [];
  let [one, other] = [0, 0];
  while (one < was.length || other < is.length) {
    const [line, otherLine] = [was[one], is[other]];
    if (line !== undefined && line === otherLine) [one, other] = [one + 1, other + 1];
    else if (line !== undefined && (otherLine === undefined || at(one + 1, other) >= at(one, other + 1))) {
      changes.push({ sign: '-', line });
      one++;
    } else {
      changes.push({ sign: '+', line: otherLine ?? '' });
      other++;
    }
  }
  return changes;
};
