/** Somebody who says when they are due; the queue's to set. */
export type Due = { due: number | undefined };

/** Who is due when: by the moment, of which there are few, since letters are due at full hours. */
export class DueQueue<Who extends Due> {
  readonly #buckets = new Map<number, Set<Who>>();

  /** Moves whoever is due at another moment; undefined takes them out. */
  set(who: Who, due: number | undefined): void {
    const before = who.due;
    if (before === due) return;
    if (before !== undefined) {
      const bucket = this.#buckets.get(before);
      bucket?.delete(who);
      if (bucket?.size === 0) this.#buckets.delete(before);
    }
    who.due = due;
    if (due === undefined) return;
    const bucket = this.#buckets.get(due) ?? new Set();
    bucket.add(who);
    this.#buckets.set(due, bucket);
  }

  of(who: Who): number | undefined {
    return who.due;
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
