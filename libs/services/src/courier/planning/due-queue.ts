/** Who is due when: by the moment, of which there are few, since letters are due at full hours. */
export class DueQueue<Who> {
  readonly #at = new Map<Who, number>();
  readonly #buckets = new Map<number, Set<Who>>();

  /** Moves whoever is due at another moment; undefined takes them out. */
  set(who: Who, due: number | undefined): void {
    const before = this.#at.get(who);
    if (before === due) return;
    if (before !== undefined) {
      const bucket = this.#buckets.get(before);
      bucket?.delete(who);
      if (bucket?.size === 0) this.#buckets.delete(before);
    }
    if (due === undefined) {
      this.#at.delete(who);
      return;
    }
    this.#at.set(who, due);
    const bucket = this.#buckets.get(due) ?? new Set();
    bucket.add(who);
    this.#buckets.set(due, bucket);
  }

  of(who: Who): number | undefined {
    return this.#at.get(who);
  }

  get earliest(): number | undefined {
    let earliest: number | undefined;
    for (const due of this.#buckets.keys()) if (earliest === undefined || due < earliest) earliest = due;
    return earliest;
  }

  /** Whoever is due at a moment or was before. */
  by(moment: number): Who[] {
    return [...this.#buckets].flatMap(([due, who]) => (due <= moment ? [...who] : []));
  }
}
