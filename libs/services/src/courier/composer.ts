import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { digest as digestDecider } from '@relais/digest';
import { composeIssue, isEmpty, templateVersion } from '@relais/digests';
import { EventStore, handle } from '@relais/event-store';
import { ReadModels } from '@relais/read-models';
import { canonicalJson, Clock, localTime, type IssueId } from '@relais/vocabulary';
import type { DeployedList } from '../wiring/deployment.js';
import { Unavailable } from '../wiring/unavailable.js';
import { Lifetime } from '../wiring/lifetime.js';
import { Deliveries } from './deliveries.js';
import { LedgerKeeper } from './ledger-keeper.js';

/** What asking for a list's issue came to. */
export type Composed = Readonly<{
  issue: IssueId;
  outcome: 'sent' | 'already-sent' | 'nothing-to-say' | 'no-subscribers' | 'dry-run';
  letters: number;
  content?: unknown;
}>;

/** How long the read models may lag behind the log before an issue is not composed, in milliseconds. */
const patience = 30_000;

/** Composes the issue of a month at a position of the log, once, and has it sent. */
@Injectable()
export class Composer {
  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(LedgerKeeper) private readonly keeper: LedgerKeeper,
    @Inject(Deliveries) private readonly deliveries: Deliveries,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Lifetime) private readonly lifetime: Lifetime,
  ) {}

  /** This month's issue of a list: composed and sent, or the reason why not. A dry run records nothing and sends nothing. */
  compose(list: DeployedList, { dryRun = false } = {}): Promise<Composed> {
    return this.deliveries.inTurn(async () => {
      await this.#upToDate();
      await this.keeper.fold();
      return this.#compose(list, dryRun);
    });
  }

  async #compose(list: DeployedList, dryRun: boolean): Promise<Composed> {
    const { ledger } = this.keeper;
    const until = this.clock.now();
    const { date } = localTime(until, list.zone);
    const issue = `${list.id}-${date.slice(0, 7)}` as IssueId;
    const before = ledger.lastIssues.get(list.id);
    if (before?.composed.issue === issue) {
      const open = ledger.openIssues.get(issue);
      return { issue, outcome: 'already-sent', letters: open && !dryRun ? await this.deliveries.deliver(open) : 0 };
    }
    const since = before?.composed.period.until ?? null;
    const content = composeIssue({ models: this.models, assembly: list.assembly, zone: list.zone, since, until });
    const receivers = [...ledger.subscribers.values()].filter(
      (one) => one.list === list.id && one.status === 'confirmed',
    ).length;
    if (dryRun) return { issue, outcome: 'dry-run', letters: receivers, content };
    if (isEmpty(content)) return { issue, outcome: 'nothing-to-say', letters: 0 };
    if (receivers === 0) return { issue, outcome: 'no-subscribers', letters: 0 };
    const composed = {
      ...{ issue, list: list.id, assembly: list.assembly, date, content },
      period: { since, until },
      position: String(this.models.position()),
      template: templateVersion,
      hash: createHash('sha256')
        .update(canonicalJson({ template: templateVersion, content }))
        .digest('hex'),
    };
    await handle(this.store, `digest-${issue}`, digestDecider, { type: 'compose', composed });
    await this.keeper.fold();
    const open = ledger.openIssues.get(issue);
    return { issue, outcome: 'sent', letters: open ? await this.deliveries.deliver(open) : 0 };
  }

  /** The read models may be another process's: they are waited for, and never composed from when they lag. */
  async #upToDate(): Promise<void> {
    const head = await this.store.head();
    for (let waited = 0; this.models.position() < head; waited += 50) {
      if (waited > patience || this.lifetime.signal.aborted)
        throw new Unavailable(
          `the read models stand at ${this.models.position()} of ${head}: is the projector running?`,
        );
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
