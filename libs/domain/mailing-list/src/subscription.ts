import { accept, refuse, type Decider, type Decision, type EventOf } from '@relais/event-sourcing';
import type { Instant, Language, ListId, Sealed, SubscriptionId } from '@relais/vocabulary';
import type { Ending, MailingListEvent } from './events.js';

export type SubscriptionEvent = Extract<MailingListEvent, { type: `subscription.${string}` }>;
type DataOf<Type extends SubscriptionEvent['type']> = EventOf<SubscriptionEvent, Type>['data'];

export type SubscriptionCommand =
  /** `preferences`: what is wished for along with it; it holds once it is confirmed, unless a later request wishes otherwise. */
  | { type: 'request'; request: DataOf<'subscription.requested'>; preferences?: Sealed }
  | { type: 'import'; imported: DataOf<'subscription.imported'> }
  | { type: 'confirm'; subscription: SubscriptionId }
  | { type: 'change'; subscription: SubscriptionId; language: Language }
  /** Sealing gives another text each time: whoever commands it looks whether anything is other. */
  | { type: 'prefer'; subscription: SubscriptionId; preferences: Sealed }
  | { type: 'ask-again'; subscription: SubscriptionId; reason: 'silence' | 'import'; until: Instant }
  | { type: 'renew'; subscription: SubscriptionId; by: DataOf<'subscription.renewed'>['by'] }
  | { type: 'end'; subscription: SubscriptionId; reason: Ending };

export type SubscriptionRefusal =
  | { type: 'not-requested'; subscription: SubscriptionId }
  | { type: 'not-confirmed'; subscription: SubscriptionId }
  | { type: 'ended'; subscription: SubscriptionId };

export type Subscription =
  | { status: 'unknown' }
  | { status: 'requested' | 'confirmed' | 'ended'; list: ListId; language: Language; isAsked?: true };
type Known = Exclude<Subscription, { status: 'unknown' }>;

type Decided = Decision<SubscriptionEvent, SubscriptionRefusal>;

const request = ({ status }: Subscription, data: DataOf<'subscription.requested'>, preferences?: Sealed): Decided => {
  if (status === 'confirmed' || status === 'ended') return accept();
  const requested: SubscriptionEvent = { type: 'subscription.requested', data };
  const { subscription, list } = data;
  return preferences === undefined
    ? accept(requested)
    : accept<SubscriptionEvent>(requested, {
        type: 'subscription.preferred',
        data: { subscription, list, preferences },
      });
};

/** Who answered a moment ago is not ended for not answering. */
const end = (subscription: SubscriptionId, { status, list, isAsked }: Known, reason: Ending): Decided =>
  status === 'ended' || (reason === 'unanswered' && !isAsked)
    ? accept()
    : accept({ type: 'subscription.ended', data: { subscription, list, reason } });

const confirm = (subscription: SubscriptionId, { status, list }: Known): Decided => {
  if (status === 'ended') return refuse({ type: 'ended', subscription });
  return status === 'confirmed' ? accept() : accept({ type: 'subscription.confirmed', data: { subscription, list } });
};

const decide = (command: SubscriptionCommand, state: Subscription): Decided => {
  if (command.type === 'request') return request(state, command.request, command.preferences);
  if (command.type === 'import')
    return state.status === 'unknown' ? accept({ type: 'subscription.imported', data: command.imported }) : accept();
  const { subscription } = command;
  if (state.status === 'unknown') return refuse({ type: 'not-requested', subscription });
  if (command.type === 'end') return end(subscription, state, command.reason);
  if (command.type === 'confirm') return confirm(subscription, state);
  if (state.status === 'ended') return refuse({ type: 'ended', subscription });
  if (state.status === 'requested') return refuse({ type: 'not-confirmed', subscription });
  const of = { subscription, list: state.list };
  switch (command.type) {
    case 'change':
      return state.language === command.language
        ? accept()
        : accept({ type: 'subscription.changed', data: { ...of, language: command.language } });
    case 'prefer':
      return accept({ type: 'subscription.preferred', data: { ...of, preferences: command.preferences } });
    case 'ask-again':
      return state.isAsked
        ? accept()
        : accept({
            type: 'subscription.asked-again',
            data: { ...of, reason: command.reason, until: command.until },
          });
    case 'renew':
      return accept({ type: 'subscription.renewed', data: { ...of, by: command.by } });
  }
};

const evolve = (state: Subscription, event: SubscriptionEvent): Subscription => {
  switch (event.type) {
    case 'subscription.requested':
      return { status: 'requested', list: event.data.list, language: event.data.language };
    case 'subscription.imported':
      return { status: 'confirmed', list: event.data.list, language: event.data.language };
    case 'subscription.confirmed':
      return { ...known(state), status: 'confirmed' };
    case 'subscription.changed':
      return { ...answered(state), language: event.data.language };
    case 'subscription.preferred':
      return answered(state);
    case 'subscription.asked-again':
      return { ...known(state), isAsked: true };
    case 'subscription.renewed':
      return answered(state);
    case 'subscription.ended':
      return { ...known(state), status: 'ended' };
  }
};

/** Whatever they say answers what they were asked. */
const answered = (state: Subscription): Known => {
  const { isAsked: _answered, ...rest } = known(state);
  return rest;
};

const known = (state: Subscription): Known => {
  if (state.status === 'unknown') throw new Error('subscription: something happened before it was requested');
  return state;
};

/**
 * Double opt-in: a person asks by a form and confirms from the letter; whoever is imported was asked by the list that had them,
 * and can be asked again. Leaving is for good, a new wish is a new subscription.
 */
export const subscription: Decider<Subscription, SubscriptionCommand, SubscriptionEvent, SubscriptionRefusal> = {
  initial: { status: 'unknown' },
  decide,
  evolve,
};
