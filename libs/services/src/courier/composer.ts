import { Inject, Injectable } from '@nestjs/common';
import type { IssueContent } from '@relais/digest';
import { isEmpty } from '@relais/digests';
import { Clock, type IssueId, type Language } from '@relais/vocabulary';
import type { DeployedList } from '../wiring/deployment.js';
import { Deliveries } from './sending/deliveries.js';
import { Foreseeing, type Foreseen } from './foreseeing.js';
import { LedgerKeeper } from './ledger/ledger-keeper.js';
import { issueId } from './issues/issue-ids.js';
import { IssueMaker } from './planning/issue-maker.js';
import { IssueShelf } from './issues/issue-shelf.js';
import { PlanKeeper } from './planning/plan-keeper.js';
import { WholeList } from './planning/whole-list.js';

/** What asking for a list's issue came to. */
export type Composed = Readonly<{
  issue: IssueId;
  outcome: 'sent' | 'already-sent' | 'nothing-to-say' | 'no-subscribers' | 'dry-run';
  letters: number;
  content?: IssueContent;
  /** Of a dry run. */
  foreseen?: Foreseen;
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
    @Inject(Foreseeing) private readonly foreseeing: Foreseeing,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** This month's issue of a list: composed and sent, or the reason why not. A dry run records nothing and sends nothing. */
  compose(
    list: DeployedList,
    { dryRun = false, language = 'fr' }: { dryRun?: boolean; language?: Language } = {},
  ): Promise<Composed> {
    return this.deliveries.inTurn(async () => {
      await this.maker.upToDate();
      await this.keeper.fold();
      return dryRun ? this.#foresee(list, language) : this.#compose(list);
    });
  }

  async #compose(list: DeployedList): Promise<Composed> {
    const at = this.clock.now();
    const issue = issueId(list.id, 'month', at, list.zone);
    if (await this.shelf.get(issue)) return { issue, outcome: 'already-sent', letters: await this.#send(issue) };
    const { content } = this.maker.draft({ list, cadence: 'month', at });
    const receivers = this.wholeList.receivers(list).length;
    if (isEmpty(content)) return { issue, outcome: 'nothing-to-say', letters: 0 };
    if (receivers === 0) return { issue, outcome: 'no-subscribers', letters: 0 };
    await this.maker.make({ list, cadence: 'month', at });
    return { issue, outcome: 'sent', letters: await this.#send(issue) };
  }

  /** One that was composed before is shown as it stands on record. */
  async #foresee(list: DeployedList, language: Language): Promise<Composed> {
    const at = this.clock.now();
    const known = await this.shelf.get(issueId(list.id, 'month', at, list.zone));
    const composed = known ?? this.maker.draft({ list, cadence: 'month', at });
    const { issue, content } = composed;
    if (isEmpty(content)) return { issue, outcome: 'nothing-to-say', letters: 0, content };
    const foreseen = await this.foreseeing.foresee(list, composed, language);
    const letters = known ? 0 : foreseen.copies.reduce((sum, one) => sum + one.letters, 0);
    return { issue, outcome: known ? 'already-sent' : 'dry-run', letters, content, foreseen };
  }

  async #send(issue: IssueId): Promise<number> {
    await this.wholeList.intend(issue);
    await this.ledger.fold();
    const open = this.ledger.ledger.openIssues.get(issue);
    return open ? this.deliveries.deliver(open) : 0;
  }
}
