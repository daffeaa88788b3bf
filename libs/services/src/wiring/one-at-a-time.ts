/** Lets one errand after another through, in the order in which they come; one that fails does not hold up the next. */
export class OneAtATime {
  #last: Promise<unknown> = Promise.resolve();

  take<Result>(errand: () => Promise<Result>): Promise<Result> {
    const turn = this.#last.then(errand);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
