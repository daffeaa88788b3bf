/** What a point of the acceptance showed: a sentence, and lines for who wants to know more. */
export type Seen = Readonly<{ seen: string; more?: readonly string[] }>;

/** Something that must be seen of the whole, shown with the real programs. One file each below `points`, and a line in `points.ts`. */
export interface Point {
  readonly name: string;
  /** What is claimed, in a few words. */
  readonly claims: string;
  /** Too slow for every day: it is shown only when it is named. */
  readonly onlyNamed?: boolean;
  /** Resolves to what was seen; rejects where it is not as claimed. */
  show(): Promise<Seen>;
}

/** What a point needs is not on this machine; the message says what to install. */
export class NotHere extends Error {
  override readonly name = 'NotHere';
  readonly what: 'python' | 'redis';
  constructor(what: 'python' | 'redis', message: string) {
    super(message);
    this.what = what;
  }
}
