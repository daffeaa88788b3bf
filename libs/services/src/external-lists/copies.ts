import { Inject, Injectable, Logger } from '@nestjs/common';
import { knownEvent } from '@relais/catalogue';
import { letter as letterDecider } from '@relais/digest';
import { EventStore, handle } from '@relais/event-store';
import { Keys } from '@relais/transport';
import type { IssueId, LetterId, ListId, SubscriptionId } from '@relais/vocabulary';
import { Deployment, type DeployedExternalList } from '../wiring/deployment.js';
import { Freshness } from './freshness.js';
import { CompleteIssues, periodOf, type Complete } from './complete-issues.js';

/** A copy that is on record, whatever became of it. */
export type Copy = Readonly<{ letter: LetterId; list: DeployedExternalList; issue: IssueId }>;

/** Stands where a subscription stands of letters to people. */
export const subscriptionOf = (list: ListId): SubscriptionId => `external-${list}` as SubscriptionId;

/**
 * Gives each external list one copy of an issue once its readers have it: the first of a month, or of a week. All is decided from
 * the log and under an id that is made of issue and list, so that doing it twice is doing it once.
 */
@Injectable()
export class Copies {
  readonly #logger = new Logger('External lists');
  readonly #issues = new CompleteIssues();
  readonly #given = new Set<string>();
  #position = 0n;

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Keys) private readonly keys: Keys,
    @Inject(Deployment) private readonly deployment: Deployment,
    @Inject(Freshness) private readonly freshness: Freshness,
  ) {}

  get types(): readonly string[] {
    return this.#issues.types;
  }

  /** Resolves when all that the log holds now was looked at, to the copies that are on record for it, the earlier ones first. */
  async look(): Promise<readonly Copy[]> {
    const copies: Copy[] = [];
    for await (const page of this.store.readAll(this.#position, { types: this.types }))
      for (const event of page) {
        const complete = this.#issues.evolve(knownEvent(event));
        if (complete) for (const list of this.#listsFor(complete)) copies.push(...(await this.#give(complete, list)));
        this.#position = event.position;
      }
    return copies;
  }

  #listsFor(complete: Complete): readonly DeployedExternalList[] {
    return this.deployment.externalLists.filter(({ id, assembly, cadence }) => {
      if (assembly !== complete.assembly || cadence !== complete.cadence) return false;
      const given = `${id} ${periodOf(complete)}`;
      if (this.#given.has(given)) return false;
      this.#given.add(given);
      return true;
    });
  }

  async #give(complete: Complete, list: DeployedExternalList): Promise<readonly Copy[]> {
    const { issue } = complete;
    const letter = this.keys.lookup(`letter copy ${issue} ${list.id}`) as LetterId;
    const copy = { letter, list, issue };
    if (!this.freshness.has(complete.until)) return [copy];
    const intended = { letter, subscription: subscriptionOf(list.id), list: list.id, purpose: 'copy', issue } as const;
    const decision = await handle(this.store, `letter-${letter}`, letterDecider, { type: 'intend', intended });
    if ('accepted' in decision && decision.accepted.length > 0) this.#logger.log(`${list.id}: a copy of ${issue}`);
    return [copy];
  }
}
