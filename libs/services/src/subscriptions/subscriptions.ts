import { Inject, Injectable } from '@nestjs/common';
import { EventStore, handle } from '@relais/event-store';
import { subscription as decider, type Ending, type Preferences, type SubscriptionCommand } from '@relais/mailing-list';
import type { SubscriberRow } from '@relais/read-models';
import { Keys } from '@relais/transport';
import { Clock, type AssemblyId, type LocalDate, type SubscriptionId } from '@relais/vocabulary';
import { Asking } from './asking.js';
import { tokenPurposes, type TokenPurpose } from './token-purposes.js';
import { markOf, WantedLetters, type Wanted } from './wanted-letters.js';
import type { Wish } from './wish.js';

export type { Wish } from './wish.js';

/** How a person was heard of. */
type By = Extract<SubscriptionCommand, { type: 'renew' }>['by'];

/** Whoever was heard of since then need not be noted again. */
const lately = 24 * 60 * 60_000;

/**
 * What a visitor can do about their own subscriptions, without an account: by a form, and by the tokens of their letters. A token
 * names one subscription and speaks for its address.
 */
@Injectable()
export class Subscriptions {
  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Keys) private readonly keys: Keys,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Asking) private readonly asking: Asking,
    @Inject(WantedLetters) private readonly letters: WantedLetters,
  ) {}

  /** Records the wish to receive letters. The answer is the same whether or not the address is known. */
  ask(wish: Wish): Promise<void> {
    return this.asking.ask(wish);
  }

  /** The subscription a token of this purpose was made for; undefined if it was made by nobody here. */
  subscriptionOf(purpose: TokenPurpose, token: string): SubscriptionId | undefined {
    return this.keys.verify(tokenPurposes[purpose], token) as SubscriptionId | undefined;
  }

  /**
   * Resolves to whether it could be confirmed; a subscription that ended, or was never asked for, cannot. `seen` is the mark of the
   * wish that its person was shown: another one, asked for meanwhile, is not confirmed by it.
   */
  async confirm(subscription: SubscriptionId, seen?: string): Promise<'confirmed' | 'another-wish' | 'refused'> {
    const wanted = await this.letters.of(subscription);
    const isOther = wanted?.own.status === 'requested' && seen !== undefined && seen !== markOf(wanted.own);
    if (isOther) return 'another-wish';
    if (!(await this.#decide(subscription, { type: 'confirm', subscription }))) return 'refused';
    if (wanted?.own.status === 'requested') await this.#join(wanted);
    else if (wanted) await this.#heard(wanted.own, 'confirmation');
    return 'confirmed';
  }

  /** Cities of a new wish go to the subscription that carries, when there is one: all that an address wants comes as one letter. */
  async #join({ own, confirmed: [carrier], preferences: { cities } }: Wanted): Promise<void> {
    if (carrier === undefined) return;
    await this.#heard(own, 'confirmation');
    const before = await this.letters.preferencesOf(carrier);
    if (before.cities === 'all' || cities === 'all') return;
    // The city of its own list is joined by whoever plans.
    const further = cities.filter((city) => city !== this.letters.cityOf(own) && !before.cities.includes(city));
    if (further.length > 0) await this.#record(carrier, { ...before, cities: [...before.cities, ...further] });
  }

  /** All that an address wants of its letters. Resolves to whether it could be recorded. */
  async prefer(subscription: SubscriptionId, preferences: Preferences): Promise<boolean> {
    const wanted = await this.letters.of(subscription);
    if (wanted?.own.status !== 'confirmed') return false;
    const { carrier, confirmed } = wanted;
    const before = await this.letters.preferencesOf(carrier);
    const isOther = JSON.stringify(preferences) !== JSON.stringify(before);
    if (isOther && !(await this.#record(carrier, preferences))) return false;
    for (const other of confirmed) {
      const city = this.letters.cityOf(other);
      const isOut = preferences.cities !== 'all' && city !== undefined && !preferences.cities.includes(city);
      // Wherever the carrier is from, what it carries is what its preferences say.
      if (other !== carrier && isOut) await this.#end(other.subscription, 'left');
    }
    await this.#heard(wanted.own, 'choice', isOther ? carrier : undefined);
    return true;
  }

  /** No letter before this day; null: from now on again. */
  async pause(subscription: SubscriptionId, pausedUntil: LocalDate | null): Promise<boolean> {
    const wanted = await this.letters.of(subscription);
    return wanted !== undefined && this.prefer(subscription, { ...wanted.preferences, pausedUntil });
  }

  /** Ends every subscription of that address, at once. Resolves to whether there was one; leaving twice is leaving once. */
  async leave(subscription: SubscriptionId, reason: Ending): Promise<boolean> {
    const known = await this.#end(subscription, reason);
    const lookup = this.letters.row(subscription)?.lookup;
    const standing = lookup === undefined ? [] : this.letters.standing(lookup);
    const others = standing.filter((other) => other.subscription !== subscription);
    await Promise.all(others.map((other) => this.#end(other.subscription, reason)));
    return known;
  }

  /** Hears no more of this city; who wanted no other one has left. */
  async leaveCity(subscription: SubscriptionId, city: AssemblyId): Promise<boolean> {
    const wanted = await this.letters.of(subscription);
    if (wanted === undefined) return false;
    const { cities, ...others } = wanted.preferences;
    const left = (cities === 'all' ? this.letters.cities : cities).filter((one) => one !== city);
    if (left.length === 0 || wanted.own.status !== 'confirmed') return this.leave(subscription, 'left');
    return this.prefer(subscription, { ...others, cities: left });
  }

  /** Heard of them: all that their address receives goes on, whatever was asked. */
  async renew(subscription: SubscriptionId, by: By): Promise<boolean> {
    const own = this.letters.row(subscription);
    if (own?.status !== 'confirmed') return false;
    await this.#heard(own, by);
    return true;
  }

  /** Notes it where it was asked for, or was not noted lately; of `noted` an event just recorded says so. */
  async #heard({ lookup }: SubscriberRow, by: By, noted?: SubscriberRow): Promise<void> {
    const now = Date.parse(this.clock.now());
    for (const { subscription, askedUntil, heardAt } of this.letters.confirmed(lookup))
      if (askedUntil !== undefined || (subscription !== noted?.subscription && now - Date.parse(heardAt) > lately))
        await this.#decide(subscription, { type: 'renew', subscription, by });
  }

  async #record(carrier: SubscriberRow, preferences: Preferences): Promise<boolean> {
    const { subscription } = carrier;
    const sealed = await this.letters.seal(carrier, preferences);
    return this.#decide(subscription, { type: 'prefer', subscription, preferences: sealed });
  }

  #end(subscription: SubscriptionId, reason: Ending): Promise<boolean> {
    return this.#decide(subscription, { type: 'end', subscription, reason });
  }

  async #decide(subscription: SubscriptionId, command: SubscriptionCommand): Promise<boolean> {
    return 'accepted' in (await handle(this.store, `subscription-${subscription}`, decider, command));
  }
}
