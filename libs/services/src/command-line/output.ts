/** Where a verb speaks: results on standard output, progress on standard error unless as JSON. */
export class Output {
  constructor(
    readonly json: boolean,
    private readonly stdout: NodeJS.WriteStream = process.stdout,
    private readonly stderr: NodeJS.WriteStream = process.stderr,
  ) {}

  /** A value as one line of JSON, or as the words that it comes to. */
  say(value: unknown, words: () => string): void {
    this.line(this.json ? JSON.stringify(value, plain) : words());
  }

  line(text: string): void {
    this.stdout.write(`${text}\n`);
  }

  /** A step of long work: one JSON line, or words that replace one another on a terminal. */
  step(value: unknown, words: () => string): void {
    if (this.json) this.stdout.write(`${JSON.stringify({ progress: value }, plain)}\n`);
    else if (this.stderr.isTTY) this.stderr.write(`\r\u001b[K${words()}`);
  }

  /** The last step is over: what follows begins on a line of its own. */
  stepsEnd(): void {
    if (!this.json && this.stderr.isTTY) this.stderr.write('\r\u001b[K');
  }
}

/** Positions are larger than JSON's numbers may be. */
const plain = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);
