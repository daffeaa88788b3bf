import { Inject, Injectable } from '@nestjs/common';
import type { TellableIssue } from '@relais/digests';
import { Clock, type IssueId } from '@relais/vocabulary';
import { Deployment, type DeployedList } from '../../wiring/deployment.js';
import { cadenceOf, IssueNames } from '../issues/issue-ids.js';
import { IssueMaker } from './issue-maker.js';
import { IssueShelf, type ComposedIssue } from '../issues/issue-shelf.js';
import { PlanKeeper } from './plan-keeper.js';
import { carrierOf, type Receiver } from './roster.js';
import { listsFor } from './wanted.js';

/** Issues by what they are called, `undefined` where there was nothing to say; each looked for once in one planning. */
export type Found = ReadonlyMap<IssueId, ComposedIssue | undefined>;

type Need = Readonly<{ issue: IssueId; list: DeployedList }>;

/** Which issues somebody has a letter of now. */
@Injectable()
export class Needs {
  readonly #names = new IssueNames();

  constructor(
    @Inject(PlanKeeper) private readonly keeper: PlanKeeper,
    @Inject(IssueMaker) private readonly maker: IssueMaker,
    @Inject(IssueShelf) private readonly shelf: IssueShelf,
    @Inject(Deployment) private readonly deployment: Deployment,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Those of a person's cities, of the rhythm that they want, but for what they were told already; with those that came since they
   * were last written to, since others of the same rhythm may have another hour.
   */
  of(receiver: Receiver): Need[] {
    const carrier = carrierOf(receiver);
    if (carrier === undefined) return [];
    const { every } = carrier.preferences.rhythm;
    const now = this.clock.now();
    const since = Math.max(receiver.served, carrier.since);
    return listsFor(receiver, this.deployment.lists).flatMap((list) => {
      const current = this.#names.of(list, every, now);
      return [current, ...this.keeper.issued.before(current, list.id, since)]
        .filter((issue) => !receiver.told.includes(issue))
        .map((issue) => ({ issue, list }));
    });
  }

  /** The issues that any of these need: composed now where `compose` says so and they were not before. */
  async find(due: Iterable<Receiver>, { compose }: Readonly<{ compose: boolean }>): Promise<Found> {
    const found = new Map<IssueId, ComposedIssue | undefined>();
    for (const receiver of due)
      for (const need of this.of(receiver)) {
        if (found.has(need.issue)) continue;
        const composed = compose ? await this.#composed(need) : await this.shelf.get(need.issue);
        found.set(need.issue, composed);
      }
    return found;
  }

  /** Several issues as one letter tells them, with the names of whom they are from. */
  together(issues: readonly ComposedIssue[]): readonly TellableIssue[] {
    return this.shelf.together(issues);
  }

  #composed({ issue, list }: Need) {
    const [cadence, at] = [cadenceOf(issue), this.clock.now()];
    const isOfNow = cadence !== 'notice' && issue === this.#names.of(list, cadence, at);
    return isOfNow ? this.maker.make({ list, cadence, at }) : this.shelf.get(issue);
  }
}
