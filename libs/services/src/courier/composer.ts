import { Inject, Injectable } from '@nestjs/common';
import type { IssueContent } from '@relais/digest';
import { isEmpty } from '@relais/digests';
import { Clock, type IssueId } from '@relais/vocabulary';
import type { DeployedList } from '../wiring/deployment.js';
import { Deliveries } from './deliveries.js';
import { LedgerKeeper } from './ledger-keeper.js';
import { issueId } from './planning/issue-ids.js';
import { IssueMaker } from './planning/issue-maker.js';
import { IssueShelf } from './planning/issue-shelf.js';
import { PlanKeeper } from './planning/plan-keeper.js';
import { WholeList } from './planning/whole-list.js';

/** What asking for a list's issue came to. */
export type Composed = Readonly<{
  issue: IssueId;
  outcome: 'sent' | 'already-sent' | 'nothing-to-say' | 'no-subscribers' | 'dry-run';
  letters: number;
  content?: IssueContent;
}>;

/** Composes the issue of a month when somebody asks for it, once, and has it sent to all who have one each month. */
@Injectable()
export class Composer {
  constructor(
    @Inject(LedgerKeeper) private readonly ledger: LedgerKeeper,
    @Inject(PlanKeeper) private readonly keeper: PlanKeeper,
    @Inject(IssueMaker) private readonly maker: IssueMaker,
    @Inject(IssueShelf) private readonly shelf: IssueShelf,
    @Inject(WholeList) private readonly wholeList: WholeList,
    @Inject(Deliveries) private readonly deliveries: Deliveries,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** This month's issue of a list: composed and sent, or the reason why not. A dry run records nothing and sends nothing. */
  compose(list: DeployedList, { dryRun = false } = {}): Promise<Composed> {
    return this.deliveries.inTurn(async () => {
      await this.maker.upToDate();
      await this.keeper.fold();
      return this.#compose(list, dryRun);
    });
  }

  async #compose(list: DeployedList, dryRun: boolean): Promise<Composed> {
    const at = this.clock.now();
    const issue = issueId(list.id, 'month', at, list.zone);
    if (await this.shelf.get(issue))
      return { issue, outcome: 'already-sent', letters: dryRun ? 0 : await this.#send(issue) };
    const { content } = this.maker.draft({ list, cadence: 'month', at });
    const receivers = this.wholeList.receivers(list).length;
    if (dryRun) return { issue, outcome: 'dry-run', letters: receivers, content };
    if (isEmpty(content)) return { issue, outcome: 'nothing-to-say', letters: 0 };
    if (receivers === 0) return { issue, outcome: 'no-subscribers', letters: 0 };
    await this.maker.make({ list, cadence: 'month', at });
    return { issue, outcome: 'sent', letters: await this.#send(issue) };
  }

  async #send(issue: IssueId): Promise<number> {
    await this.wholeList.intend(issue);
    await this.ledger.fold();
    const open = this.ledger.ledger.openIssues.get(issue);
    return open ? this.deliveries.deliver(open) : 0;
  }
}
