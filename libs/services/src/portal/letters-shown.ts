import { Inject, Injectable } from '@nestjs/common';
import { defaultPreferences } from '@relais/mailing-list';
import { Keys } from '@relais/transport';
import type { ListId, SubscriptionId } from '@relais/vocabulary';
import type { FormOutcome, PersonsLetters, ShownConsent } from '@relais/web';
import { Consents } from '../subscriptions/consents.js';
import { tokenPurposes } from '../subscriptions/token-purposes.js';
import { markOf, WantedLetters, type Wanted } from '../subscriptions/wanted-letters.js';
import type { Wish } from '../subscriptions/wish.js';
import { Deployment } from '../wiring/deployment.js';

/** What pages by token show of a person's letters to the person. */
@Injectable()
export class LettersShown {
  constructor(
    @Inject(Deployment) private readonly deployment: Deployment,
    @Inject(WantedLetters) private readonly letters: WantedLetters,
    @Inject(Consents) private readonly consents: Consents,
    @Inject(Keys) private readonly keys: Keys,
  ) {}

  /** Resolves to undefined where it has ended; there is nothing to show of what the read models do not know yet. */
  async of(subscription: SubscriptionId): Promise<FormOutcome | undefined> {
    if (this.letters.row(subscription)?.status === 'ended') return undefined;
    const wanted = await this.letters.of(subscription);
    return wanted ? { letters: await this.#shown(wanted) } : {};
  }

  /** What a wish comes to, shown to whoever made it: nothing in it is from what is known of the address. */
  ofWish({ lists, language, rhythm }: Wish): PersonsLetters {
    const [first, ...others] = lists.map((id) => this.deployment.list(id));
    const zone = first?.zone ?? 'UTC';
    const cities = [...new Set([first, ...others].flatMap((list) => list?.assembly ?? []))];
    const [city] = cities;
    const preferences = defaultPreferences({ city: city as NonNullable<typeof city>, zone, language });
    return { preferences: { ...preferences, cities, ...(rhythm && { rhythm }) }, zone, themes: [], consents: [] };
  }

  async #shown({ own, carrier, confirmed, preferences }: Wanted): Promise<PersonsLetters> {
    const isAsked = own.status === 'requested';
    const asked = confirmed.flatMap(({ askedUntil }) => askedUntil ?? []).sort()[0];
    const theirs = isAsked ? [own] : confirmed;
    return {
      preferences,
      zone: this.#list(carrier.list)?.zone ?? preferences.zone,
      themes: this.deployment.themes,
      consents: await Promise.all(theirs.map(({ subscription }) => this.#consent(subscription))),
      ...(asked && { askedUntil: asked }),
      ...(isAsked && confirmed.length > 0 && { joins: true }),
      ...(isAsked && { mark: markOf(own) }),
      tokens: {
        preferences: this.keys.token(tokenPurposes.preferences, own.subscription),
        leave: this.keys.token(tokenPurposes.leave, own.subscription),
      },
    };
  }

  async #consent(subscription: SubscriptionId): Promise<ShownConsent | undefined> {
    const consented = await this.consents.of(subscription);
    if (consented === undefined) return undefined;
    const { consent, list, ...when } = consented;
    return { ...consent, ...when, list: this.#list(list)?.name ?? list };
  }

  #list(id: ListId) {
    return this.deployment.lists.find((list) => list.id === id);
  }
}
