/**
 * What came out: `figure` in its unit, `peer` what the best of the others reached, `ratio` the share that is right. The
 * names are those of the benchmarks.
 */
export type Measurement = Readonly<{
  name: string;
  figure: number;
  unit: string;
  ceiling: number | null;
  peer: number | null;
  ratio: number;
  conditions: Readonly<Record<string, string | number>>;
}>;

/** How well documents are read, in a number. One file each, of the figure's name, and a line in `figures.ts`. */
export interface Figure {
  readonly name: string;
  /** What of `../shared` it reads; nothing where it needs no data of others. */
  readonly needs: readonly string[];
  /** Modules of Python that it asks. */
  readonly modules?: readonly string[];
  /** One measurement at least, the first under the figure's own name. `tell` takes what is wrong, one line each. */
  measure(tell: (line: string) => void): Promise<readonly Measurement[]>;
}
