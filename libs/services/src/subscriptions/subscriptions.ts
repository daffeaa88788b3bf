import { createHash, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { EventStore, handle } from '@relais/event-store';
import { subscription as decider, type SubscriptionCommand } from '@relais/mailing-list';
import { ReadModels, subscribers } from '@relais/read-models';
import { Keys } from '@relais/transport';
import { Clock, type Language, type ListId, type PersonId, type SubscriptionId } from '@relais/vocabulary';
import { OneAtATime } from '../wiring/one-at-a-time.js';
import { tokenPurposes, type TokenPurpose } from './token-purposes.js';

/** A person who asks again within this time is not written to again. */
const patience = 10 * 60_000;

export type Wish = Readonly<{
  list: ListId;
  address: string;
  language: Language;
  form: string;
  wording: Readonly<{ id: string; text: string }>;
}>;

/** What a visitor can do about their own subscription; each act is one command to its decider. */
@Injectable()
export class Subscriptions {
  /** One wish after another, so that two of the same address find each other. */
  readonly #turns = new OneAtATime();
  /** What was asked since the read models stood where they stand. */
  readonly #recent = new Map<string, { subscription: SubscriptionId; person: PersonId; at: number }>();

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(Keys) private readonly keys: Keys,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Records the wish to receive a list. The answer is the same whether or not the address is known. */
  ask(wish: Wish): Promise<void> {
    return this.#turns.take(() => this.#ask(wish));
  }

  async #ask({ list, address, language, form, wording }: Wish): Promise<void> {
    const lookup = this.keys.lookup(address);
    const known = this.models
      .find(subscribers, { where: { list, lookup } })
      .map(({ row }) => row)
      .filter(({ status }) => status !== 'ended');
    if (known.some(({ status }) => status === 'confirmed')) return;
    const pending = known.at(-1);
    const now = Date.parse(this.clock.now());
    const recent = this.#recently(`${list} ${lookup}`);
    const askedAt = recent?.at ?? (pending && Date.parse(pending.requestedAt));
    if (askedAt !== undefined && now - askedAt < patience) return;
    const subscription = pending?.subscription ?? recent?.subscription ?? (randomUUID() as SubscriptionId);
    const person = pending?.person ?? recent?.person ?? (randomUUID() as PersonId);
    const request = {
      subscription,
      list,
      person,
      address: await this.keys.seal(person, address),
      lookup,
      consent: { wording: wording.id, hash: createHash('sha256').update(wording.text).digest('hex'), form },
      language,
    };
    await this.#decide(subscription, { type: 'request', request });
    this.#remember(`${list} ${lookup}`, { subscription, person, at: now });
  }

  /** What was asked a moment ago; who has left since may ask anew at once. */
  #recently(key: string): { subscription: SubscriptionId; person: PersonId; at: number } | undefined {
    const recent = this.#recent.get(key);
    return recent && this.models.get(subscribers, recent.subscription)?.status !== 'ended' ? recent : undefined;
  }

  #remember(key: string, asked: { subscription: SubscriptionId; person: PersonId; at: number }): void {
    for (const [old, { at }] of this.#recent) if (asked.at - at > patience) this.#recent.delete(old);
    this.#recent.set(key, asked);
  }

  /** The subscription a token of this purpose was made for; undefined if it was made by nobody here. */
  subscriptionOf(purpose: TokenPurpose, token: string): SubscriptionId | undefined {
    return this.keys.verify(tokenPurposes[purpose], token) as SubscriptionId | undefined;
  }

  /** The language its letters come in; undefined where the read models do not know of it yet. */
  languageOf(subscription: SubscriptionId): Language | undefined {
    return this.models.get(subscribers, subscription)?.language;
  }

  /** Whether it could be confirmed; a subscription that ended, or was never asked for, cannot. */
  async confirm(subscription: SubscriptionId): Promise<boolean> {
    return this.#decide(subscription, { type: 'confirm', subscription });
  }

  async change(subscription: SubscriptionId, language: Language): Promise<boolean> {
    return this.#decide(subscription, { type: 'change', subscription, language });
  }

  async leave(subscription: SubscriptionId, reason: 'left' | 'one-click'): Promise<boolean> {
    return this.#decide(subscription, { type: 'end', subscription, reason });
  }

  async #decide(subscription: SubscriptionId, command: SubscriptionCommand): Promise<boolean> {
    return 'accepted' in (await handle(this.store, `subscription-${subscription}`, decider, command));
  }
}
