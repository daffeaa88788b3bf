import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@relais/vocabulary';
import { Intentions, type Intention } from './intentions.js';
import { IssueMaker } from './issue-maker.js';
import { Needs, type Found } from './needs.js';
import { Notices } from './notices.js';
import { PlanKeeper } from './plan-keeper.js';
import type { Receiver } from './roster.js';
import { Wanted } from './wanted.js';
import { WholeList } from './whole-list.js';

/** What planning came to: how many letters were not intended before. */
export type Planned = Readonly<{ letters: number }>;

/**
 * Puts on record whom letters are due for, of which issues, having composed those that were not. To be called in turn with
 * whoever else composes; each step can be done over again after a crash, and comes to the same.
 */
@Injectable()
export class Planner {
  constructor(
    @Inject(PlanKeeper) private readonly keeper: PlanKeeper,
    @Inject(IssueMaker) private readonly maker: IssueMaker,
    @Inject(Needs) private readonly needs: Needs,
    @Inject(Intentions) private readonly intentions: Intentions,
    @Inject(Notices) private readonly notices: Notices,
    @Inject(WholeList) private readonly wholeList: WholeList,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** When there is next something to look at: somebody's letter, or the full hour, at which what cannot wait is looked for. */
  next(): number | undefined {
    const { earliest } = this.keeper.roster.due;
    return earliest === undefined ? undefined : Math.min(earliest, this.notices.next());
  }

  /** Everything that is due now. */
  async plan(): Promise<Planned> {
    await this.keeper.fold();
    const due = this.#due();
    const isTime = this.notices.areDue(Date.parse(this.clock.now()));
    if (due.length === 0 && !isTime) return { letters: 0 };
    await this.maker.upToDate();
    const letters = await this.#record(due, await this.needs.find(due, { compose: true }));
    return { letters: letters + (isTime ? await this.notices.tell() : 0) };
  }

  /** Goes on where a crash ended it: whoever waits for an issue that was composed has a letter of it. Composes nothing. */
  async resume(): Promise<void> {
    await this.keeper.fold();
    const due = this.#due();
    const found = await this.needs.find(due, { compose: false });
    const isComposed = (receiver: Receiver): boolean => {
      const needs = this.needs.of(receiver);
      return needs.length > 0 && needs.every(({ issue }) => found.get(issue));
    };
    await this.#record(due.filter(isComposed), found);
    await this.wholeList.resume();
  }

  #due(): Receiver[] {
    return this.keeper.roster.due.by(Date.parse(this.clock.now()));
  }

  /** Letters for those who have something to be told; each of them had this moment then, with a letter or without. */
  async #record(due: readonly Receiver[], found: Found): Promise<number> {
    const letters = await this.intentions.record(this.#intended(due, found));
    const now = Date.parse(this.clock.now());
    for (const receiver of due) this.keeper.roster.serve(receiver, now);
    await this.keeper.fold();
    return letters;
  }

  *#intended(due: readonly Receiver[], found: Found): Generator<Intention> {
    const wanted = new Wanted();
    for (const receiver of due) {
      const issues = this.needs.of(receiver).flatMap(({ issue }) => found.get(issue) ?? []);
      const letter = wanted.letter(receiver, this.needs.together(issues));
      if (letter) yield letter;
    }
  }
}
