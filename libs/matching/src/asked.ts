/**
 * Who may have something to say, whoever was heard of longest ago first: a hub that asks all of them anew after a restart
 * asks in the same order as one that went on.
 */
export class Asked {
  /** Just heard of, so that the order in which they came is the order in which they were heard of. */
  readonly #heard = new Set<string>();
  /** Heard of long ago, and asked again because of others: few at a time. */
  readonly #again = new Set<string>();

  constructor(private readonly heardAt: (key: string) => number) {}

  /** After it was heard of. */
  hear(key: string): void {
    this.delete(key);
    this.#heard.add(key);
  }

  add(key: string): void {
    if (!this.#heard.has(key)) this.#again.add(key);
  }

  delete(key: string): void {
    this.#heard.delete(key);
    this.#again.delete(key);
  }

  first(): string | undefined {
    let [first] = this.#heard;
    for (const key of this.#again) if (first === undefined || this.heardAt(key) < this.heardAt(first)) first = key;
    return first;
  }
}
