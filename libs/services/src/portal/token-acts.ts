import { Inject, Injectable } from '@nestjs/common';
import { Clock, localTime, type AssemblyId, type LocalDate, type SubscriptionId } from '@relais/vocabulary';
import {
  confirmPage,
  keepPage,
  leavePage,
  pauses,
  preferencesFrom,
  preferencesPage,
  type FormOutcome,
  type Page,
} from '@relais/web';
import { Subscriptions } from '../subscriptions/subscriptions.js';
import type { TokenPurpose } from '../subscriptions/token-purposes.js';
import { WantedLetters } from '../subscriptions/wanted-letters.js';
import { Deployment } from '../wiring/deployment.js';
import { LettersShown } from './letters-shown.js';

/** What was sent with a POST to a page by token. */
export type Sent = Readonly<{ fields: Readonly<Record<string, string>>; oneClick: boolean }>;

/** A page that a personal link leads to: which token opens it, and what its buttons do. */
export type TokenAct = Readonly<{
  page: Page;
  purpose: TokenPurpose;
  /** What is shown of a subscription that has ended; unless given, that the link is good for nothing. */
  over?: FormOutcome;
  /** Resolves to what is to be shown of it. */
  act(acts: TokenActs, subscription: SubscriptionId, sent: Sent): Promise<FormOutcome>;
}>;

const invalid: FormOutcome = { errors: { jeton: 'invalid-token' } };

/** Every page by token. A new one: its page, its purpose, and an entry here. */
export const tokenActs: readonly TokenAct[] = [
  { page: confirmPage, purpose: 'confirm', act: (acts, subscription, sent) => acts.confirm(subscription, sent) },
  { page: preferencesPage, purpose: 'preferences', act: (acts, subscription, sent) => acts.prefer(subscription, sent) },
  { page: keepPage, purpose: 'keep', act: (acts, subscription) => acts.keep(subscription) },
  {
    page: leavePage,
    purpose: 'leave',
    over: { done: 'left' },
    act: (acts, subscription, sent) => acts.leave(subscription, sent),
  },
];

/** What the buttons of the pages by token do. */
@Injectable()
export class TokenActs {
  constructor(
    @Inject(Subscriptions) private readonly subscriptions: Subscriptions,
    @Inject(WantedLetters) private readonly letters: WantedLetters,
    @Inject(LettersShown) private readonly shown: LettersShown,
    @Inject(Deployment) private readonly deployment: Deployment,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async confirm(subscription: SubscriptionId, { fields }: Sent): Promise<FormOutcome> {
    const before = await this.shown.of(subscription);
    const confirmed = await this.subscriptions.confirm(subscription, fields['vu']);
    if (confirmed === 'refused') return invalid;
    return confirmed === 'confirmed' ? { ...before, done: 'confirmed' } : { ...before, notice: 'another-wish' };
  }

  async prefer(subscription: SubscriptionId, { fields }: Sent): Promise<FormOutcome> {
    const before = await this.shown.of(subscription);
    if (before?.letters === undefined) return invalid;
    const read = preferencesFrom(fields, {
      cities: this.letters.cities,
      themes: this.deployment.themes.map(({ id }) => id),
      today: localTime(this.clock.now(), before.letters.preferences.zone).date,
    });
    if ('errors' in read) return { ...before, ...read, values: fields };
    const { preferences } = read;
    if (!(await this.subscriptions.prefer(subscription, preferences))) return invalid;
    return { done: 'changed', letters: { ...before.letters, preferences } };
  }

  async keep(subscription: SubscriptionId): Promise<FormOutcome> {
    return (await this.subscriptions.renew(subscription, 'click')) ? { done: 'kept' } : invalid;
  }

  /** One click of a mail program leaves; a person may have chosen one city, or a pause. */
  async leave(subscription: SubscriptionId, { fields, oneClick }: Sent): Promise<FormOutcome> {
    const { ville, pause } = fields;
    if (oneClick) return (await this.subscriptions.leave(subscription, 'one-click')) ? { done: 'left' } : invalid;
    const before = await this.shown.of(subscription);
    if (ville !== undefined) {
      const left = await this.subscriptions.leaveCity(subscription, ville as AssemblyId);
      return left ? { ...before, done: 'city-left' } : invalid;
    }
    const months = pauses.find((one) => String(one) === pause);
    if (months !== undefined) {
      const paused = await this.subscriptions.pause(subscription, this.#inMonths(months));
      return paused ? { ...before, done: 'paused' } : invalid;
    }
    return (await this.subscriptions.leave(subscription, 'left')) ? { done: 'left' } : invalid;
  }

  #inMonths(months: number): LocalDate {
    const day = new Date(this.clock.now());
    // Not into the month after where the day is one that it does not have.
    day.setUTCDate(Math.min(day.getUTCDate(), 28));
    day.setUTCMonth(day.getUTCMonth() + months);
    return day.toISOString().slice(0, 10);
  }
}
