import { isLanguage, type SubscriptionId } from '@relais/vocabulary';
import { confirmPage, leavePage, preferencesPage, type FormOutcome, type Page } from '@relais/web';
import type { Subscriptions } from '../subscriptions/subscriptions.js';
import type { TokenPurpose } from '../subscriptions/token-purposes.js';

/** What was sent with a POST to a page by token. */
export type Sent = Readonly<{ fields: Readonly<Record<string, string>>; oneClick: boolean }>;

/** A page that a personal link leads to: which token opens it, and what its button does. */
export type TokenAct = Readonly<{
  page: Page;
  purpose: TokenPurpose;
  done: NonNullable<FormOutcome['done']>;
  /** Resolves to whether it could be done. */
  act(subscriptions: Subscriptions, subscription: SubscriptionId, sent: Sent): Promise<boolean>;
}>;

/** Every page by token. A new one: its page, its purpose, and an entry here. */
export const tokenActs: readonly TokenAct[] = [
  {
    page: confirmPage,
    purpose: 'confirm',
    done: 'confirmed',
    act: (subscriptions, subscription) => subscriptions.confirm(subscription),
  },
  {
    page: preferencesPage,
    purpose: 'preferences',
    done: 'changed',
    act: (subscriptions, subscription, { fields: { langue } }) =>
      isLanguage(langue) ? subscriptions.change(subscription, langue) : Promise.resolve(false),
  },
  {
    page: leavePage,
    purpose: 'leave',
    done: 'left',
    act: (subscriptions, subscription, { oneClick }) =>
      subscriptions.leave(subscription, oneClick ? 'one-click' : 'left'),
  },
];
