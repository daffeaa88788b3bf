/** Something of the machine that a benchmark runs against, and that is not everywhere. */
export type Need = Readonly<{
  /** As RELAIS_REQUIRE names it: where it does, being without it is an error. */
  name: string;
  /** What it is and how it is given, for whoever reads that a benchmark was skipped. */
  what: string;
  isHere(): boolean;
}>;

export const isRequired = ({ name }: Need): boolean => (process.env['RELAIS_REQUIRE'] ?? '').split(',').includes(name);

/** Undefined where nothing is missing; otherwise whether to skip or to fail. */
export const without = (need: Need | undefined): 'skipped' | 'failed' | undefined =>
  need === undefined || need.isHere() ? undefined : isRequired(need) ? 'failed' : 'skipped';
