import { Inject, Injectable } from '@nestjs/common';
import { isPaused } from '@relais/mailing-list';
import { Clock, localTime, type IssueId } from '@relais/vocabulary';
import { Deployment, type DeployedList } from '../../wiring/deployment.js';
import { Intentions, type Intention } from './intentions.js';
import { IssueShelf } from '../issues/issue-shelf.js';
import type { Issued } from '../issues/issued.js';
import { PlanKeeper } from './plan-keeper.js';
import { carrierOf, type Receiver } from './roster.js';
import { Wanted } from './wanted.js';

/** How long after an issue was asked for by hand a restart still looks whether everybody has a letter of it. */
const lately = 2 * 86_400_000;

/** A month's issue that somebody asks for by hand, at any moment: to everybody who has one of its list each month, at once. */
@Injectable()
export class WholeList {
  constructor(
    @Inject(PlanKeeper) private readonly keeper: PlanKeeper,
    @Inject(IssueShelf) private readonly shelf: IssueShelf,
    @Inject(Intentions) private readonly intentions: Intentions,
    @Inject(Deployment) private readonly deployment: Deployment,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Who has the letter of a list each month. */
  receivers({ id }: DeployedList): Receiver[] {
    return [...this.keeper.roster.receivers()].filter(
      (receiver) =>
        carrierOf(receiver)?.preferences.rhythm.every === 'month' &&
        receiver.members.some((one) => one.list.id === id && one.confirmedAt !== undefined),
    );
  }

  /** A letter for each of them who was there when it was composed and wants it; resolves to how many are new. */
  async intend(issue: IssueId): Promise<number> {
    await this.keeper.fold();
    const composed = await this.shelf.get(issue);
    const issued = composed && this.keeper.issued.of(issue, composed.list);
    if (composed === undefined || issued === undefined) return 0;
    const tellable = [this.shelf.tellable(composed)];
    const wanted = new Wanted();
    const letters = this.receivers(this.deployment.list(composed.list)).flatMap((receiver): Intention[] => {
      const intention = this.#letter(receiver, issued);
      const preferences = carrierOf(receiver)?.preferences;
      return intention && preferences && wanted.of(preferences, tellable) ? [intention] : [];
    });
    const recorded = await this.intentions.record(letters);
    await this.keeper.fold();
    return recorded;
  }

  /** Goes on where a crash ended it. */
  async resume(): Promise<void> {
    const now = Date.parse(this.clock.now());
    for (const issued of this.keeper.issued.last('month'))
      if (now - Date.parse(issued.until) < lately && this.#isByHand(issued)) await this.intend(issued.issue);
  }

  #letter(receiver: Receiver, { issue, list, position }: Issued): Intention | undefined {
    const member = receiver.members.find((one) => one.list.id === list && one.confirmedAt !== undefined);
    const carrier = carrierOf(receiver);
    if (!member || !carrier || (member.position ?? 0) >= Number(position) || receiver.told.includes(issue))
      return undefined;
    if (isPaused(Date.parse(this.clock.now()), carrier.preferences)) return undefined;
    const about = `digest ${issue} ${member.subscription}`;
    // Preferences that were sealed for another subscription cannot be opened for this one.
    return { about, member, purpose: 'digest', issue };
  }

  /** On its own day each has it at their hour. */
  #isByHand({ list: id, until }: Issued): boolean {
    const list = this.deployment.lists.find((one) => one.id === id);
    return list !== undefined && Number(localTime(until, list.zone).date.slice(-2)) !== list.digest.day;
  }
}
