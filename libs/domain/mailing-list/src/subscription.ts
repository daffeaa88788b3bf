import { accept, refuse, type Decider, type Decision, type EventOf } from '@relais/event-sourcing';
import type { Language, ListId, SubscriptionId } from '@relais/vocabulary';
import type { Ending, MailingListEvent } from './events.js';

type SubscriptionEvent = Exclude<MailingListEvent, { type: 'list.opened' }>;
type Request = EventOf<MailingListEvent, 'subscription.requested'>['data'];

export type SubscriptionCommand =
  | { type: 'request'; request: Request }
  | { type: 'confirm'; subscription: SubscriptionId }
  | { type: 'change'; subscription: SubscriptionId; language: Language }
  | { type: 'end'; subscription: SubscriptionId; reason: Ending };

export type SubscriptionRefusal =
  | { type: 'not-requested'; subscription: SubscriptionId }
  | { type: 'not-confirmed'; subscription: SubscriptionId }
  | { type: 'ended'; subscription: SubscriptionId };

export type Subscription =
  { status: 'unknown' } | { status: 'requested' | 'confirmed' | 'ended'; list: ListId; language: Language };

const decide = (
  command: SubscriptionCommand,
  state: Subscription,
): Decision<SubscriptionEvent, SubscriptionRefusal> => {
  if (command.type === 'request')
    return state.status === 'unknown' || state.status === 'requested'
      ? accept({ type: 'subscription.requested', data: command.request })
      : accept();
  const { subscription } = command;
  if (state.status === 'unknown') return refuse({ type: 'not-requested', subscription });
  const { list } = state;
  switch (command.type) {
    case 'confirm':
      if (state.status === 'ended') return refuse({ type: 'ended', subscription });
      return state.status === 'confirmed'
        ? accept()
        : accept({ type: 'subscription.confirmed', data: { subscription, list } });
    case 'change':
      if (state.status === 'ended') return refuse({ type: 'ended', subscription });
      if (state.status === 'requested') return refuse({ type: 'not-confirmed', subscription });
      return state.language === command.language
        ? accept()
        : accept({ type: 'subscription.changed', data: { subscription, list, language: command.language } });
    case 'end':
      return state.status === 'ended'
        ? accept()
        : accept({ type: 'subscription.ended', data: { subscription, list, reason: command.reason } });
  }
};

const evolve = (state: Subscription, event: SubscriptionEvent): Subscription => {
  switch (event.type) {
    case 'subscription.requested':
      return { status: 'requested', list: event.data.list, language: event.data.language };
    case 'subscription.confirmed':
      return { ...known(state), status: 'confirmed' };
    case 'subscription.changed':
      return { ...known(state), language: event.data.language };
    case 'subscription.ended':
      return { ...known(state), status: 'ended' };
  }
};

const known = (state: Subscription): Exclude<Subscription, { status: 'unknown' }> => {
  if (state.status === 'unknown') throw new Error('subscription: something happened before it was requested');
  return state;
};

/** Double opt-in: a person asks by a form and confirms from the letter; leaving is for good, a new wish is a new subscription. */
export const subscription: Decider<Subscription, SubscriptionCommand, SubscriptionEvent, SubscriptionRefusal> = {
  initial: { status: 'unknown' },
  decide,
  evolve,
};
