import { Inject, Injectable } from '@nestjs/common';
import { attendance, type Answer } from '@relais/attendance';
import { EventStore, handle } from '@relais/event-store';
import { gatherings, ReadModels, type GatheringRow } from '@relais/read-models';
import type { SubscriptionId } from '@relais/vocabulary';
import { Subscriptions } from '../../subscriptions/subscriptions.js';
import { WantedLetters } from '../../subscriptions/wanted-letters.js';

/** Whether somebody means to come: said from their letters, by a page or by mail. */
@Injectable()
export class Answers {
  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(Subscriptions) private readonly subscriptions: Subscriptions,
    @Inject(WantedLetters) private readonly letters: WantedLetters,
  ) {}

  /** A gathering that can be answered for: it is there, or became another one that is. */
  gathering(id: string): GatheringRow | undefined {
    const row = this.models.get(gatherings, id);
    return row?.mergedInto === undefined ? row : this.models.get(gatherings, row.mergedInto);
  }

  /** Resolves to whether it is recorded: nobody answers who has no subscription. The last answer of an address counts. */
  async record(subscription: SubscriptionId, id: string, answer: Answer, via: 'page' | 'mail'): Promise<boolean> {
    const own = this.letters.row(subscription);
    const gathering = this.gathering(id)?.gathering;
    if (own?.status !== 'confirmed' || gathering === undefined) return false;
    // One person for all subscriptions of an address, lest they be counted twice.
    const { person } = this.letters.confirmed(own.lookup)[0] ?? own;
    const answered = { gathering: gathering, person, answer, via };
    await handle(this.store, `attendance-${gathering}-${person}`, attendance, { type: 'answer', answered });
    await this.subscriptions.renew(subscription, 'answer');
    return true;
  }
}
