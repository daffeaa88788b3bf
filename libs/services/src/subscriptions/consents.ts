import { Inject, Injectable } from '@nestjs/common';
import { EventStore } from '@relais/event-store';
import type { Consent, SubscriptionEvent } from '@relais/mailing-list';
import type { Instant, ListId, SubscriptionId } from '@relais/vocabulary';

/** That somebody agreed: by which form and to which wording, and when they confirmed from the letter. */
export type Consented = Readonly<{ list: ListId; consent: Consent; askedAt: Instant; confirmedAt?: Instant }>;

/** Tells what stands in the log of who agreed to what, and when. */
@Injectable()
export class Consents {
  constructor(@Inject(EventStore) private readonly store: EventStore) {}

  /** Resolves to undefined for whoever was brought in by an import: what they agreed to, the list knows that had them. */
  async of(subscription: SubscriptionId): Promise<Consented | undefined> {
    let consented: Consented | undefined;
    for await (const { type, data, recordedAt } of this.store.read(`subscription-${subscription}`)) {
      const event = { type, data } as SubscriptionEvent;
      // The last request before the confirmation is the one that was confirmed.
      if (event.type === 'subscription.requested')
        consented = { list: event.data.list, consent: event.data.consent, askedAt: recordedAt };
      if (event.type === 'subscription.confirmed' && consented) consented = { ...consented, confirmedAt: recordedAt };
    }
    return consented;
  }
}
