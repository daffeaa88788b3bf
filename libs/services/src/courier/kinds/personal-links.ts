import { Inject, Injectable } from '@nestjs/common';
import { Keys } from '@relais/transport';
import type { SubscriptionId } from '@relais/vocabulary';
import { tokenPurposes, type TokenPurpose } from '../../subscriptions/token-purposes.js';
import { Deployment } from '../../wiring/deployment.js';

/** The links of a letter that only its receiver has: opaque, unforgeable, the same each time. */
@Injectable()
export class PersonalLinks {
  constructor(
    @Inject(Keys) private readonly keys: Keys,
    @Inject(Deployment) private readonly deployment: Deployment,
  ) {}

  confirm(subscription: SubscriptionId): string {
    return this.#to('confirmer', 'confirm', subscription);
  }

  preferences(subscription: SubscriptionId): string {
    return this.#to('preferences', 'preferences', subscription);
  }

  leave(subscription: SubscriptionId): string {
    return this.#to('quitter', 'leave', subscription);
  }

  /** Where whoever was asked whether they still want their letters says yes. */
  keep(subscription: SubscriptionId): string {
    return this.#to('garder', 'keep', subscription);
  }

  /** Why this letter came, and others did not: shown to whoever may change what comes. */
  why(subscription: SubscriptionId): string {
    return this.#to('pourquoi', 'preferences', subscription);
  }

  /** A token that lets its bearer answer for a subscription whether they come to a gathering. */
  answerToken(subscription: SubscriptionId): string {
    return this.keys.token(tokenPurposes.answer, subscription);
  }

  /** What is put into the slots of a letter to a subscriber. */
  slots(subscription: SubscriptionId): Readonly<Record<'leave' | 'preferences' | 'why' | 'answer', string>> {
    return {
      leave: this.leave(subscription),
      preferences: this.preferences(subscription),
      why: this.why(subscription),
      answer: this.answerToken(subscription),
    };
  }

  #to(page: string, purpose: TokenPurpose, subscription: SubscriptionId): string {
    const token = this.keys.token(tokenPurposes[purpose], subscription);
    return `${this.deployment.settings.publicUrl}/abonnement/${page}?jeton=${token}`;
  }
}
