import { Injectable } from '@nestjs/common';
import type { SubscriptionId } from '@relais/vocabulary';

/** Which letters are being handed over at this moment: an address that was opened before its key was destroyed is in them. */
@Injectable()
export class LettersUnderWay {
  readonly #all = new Set<Readonly<{ subscription: SubscriptionId; ended: Promise<unknown> }>>();

  /** Hands over, and knows of it until that has ended. */
  async to<Result>(subscription: SubscriptionId, handOver: () => Promise<Result>): Promise<Result> {
    const handing = handOver();
    const one = { subscription, ended: handing.catch(() => undefined) };
    this.#all.add(one);
    try {
      return await handing;
    } finally {
      this.#all.delete(one);
    }
  }

  /** Resolves when no letter to these that was begun before is under way any more. */
  async ended(subscriptions: ReadonlySet<SubscriptionId>): Promise<void> {
    await Promise.all(
      [...this.#all].flatMap(({ subscription, ended }) => (subscriptions.has(subscription) ? ended : [])),
    );
  }
}
