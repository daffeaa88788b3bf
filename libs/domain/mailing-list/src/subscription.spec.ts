import { specification } from '@relais/event-sourcing/testing';
import type { Language, ListId, PersonId, SubscriptionId } from '@relais/vocabulary';
import type { Ending } from './events.js';
import { subscription, type SubscriptionCommand } from './subscription.js';

const { given } = specification(subscription);
const [id, list] = ['s1' as SubscriptionId, 'info-lille' as ListId];
const consent = { wording: 'abonnement-1', hash: 'ab'.repeat(32), form: '/lille/abonnement' };
const request = {
  ...{ subscription: id, list, person: 'p1' as PersonId, address: 'sealed', lookup: 'hashed' },
  ...{ consent, language: 'fr' as const },
};
const requested = { type: 'subscription.requested' as const, data: request };
const confirmed = { type: 'subscription.confirmed' as const, data: { subscription: id, list } };
const changed = (language: Language) => ({
  type: 'subscription.changed' as const,
  data: { subscription: id, list, language },
});
const ended = (reason: Ending) => ({
  type: 'subscription.ended' as const,
  data: { subscription: id, list, reason },
});
const ask: SubscriptionCommand = { type: 'request', request };
const confirm: SubscriptionCommand = { type: 'confirm', subscription: id };
const change = (language: Language): SubscriptionCommand => ({ type: 'change', subscription: id, language });
const end = (reason: Ending): SubscriptionCommand => ({
  type: 'end',
  subscription: id,
  reason,
});
const notRequested = { type: 'not-requested' as const, subscription: id };
const over = { type: 'ended' as const, subscription: id };

describe('a subscription', () => {
  it('begins with a request, which can be repeated until it is confirmed', () => {
    given().when(ask).then(requested);
    given(requested).when(ask).then(requested);
    given(requested, confirmed).when(ask).thenNothing();
    given(requested, ended('left')).when(ask).thenNothing();
  });

  it('takes what is wished for along with it, which nobody can set of one that is confirmed', () => {
    const wish: SubscriptionCommand = { type: 'request', request, preferences: 'wish' };
    const preferred = (preferences: string) => ({
      type: 'subscription.preferred' as const,
      data: { subscription: id, list, preferences: preferences },
    });
    given().when(wish).then(requested, preferred('wish'));
    given(requested, preferred('wish')).when(ask).then(requested);
    given(requested, preferred('wish'), confirmed).when(wish).thenNothing();
    given(requested, ended('left')).when(wish).thenNothing();
    const other: SubscriptionCommand = { type: 'prefer', subscription: id, preferences: 'other' };
    given(requested).when(other).thenRefused({ type: 'not-confirmed', subscription: id });
    given(requested, confirmed).when(other).then(preferred('other'));
  });

  it('takes the language of the last request', () => {
    const english = { type: 'subscription.requested' as const, data: { ...request, language: 'en' as const } };
    given(requested, english, confirmed).when(change('en')).thenNothing();
  });

  it('is confirmed once', () => {
    given(requested).when(confirm).then(confirmed);
    given(requested, confirmed).when(confirm).thenNothing();
  });

  it('is nothing without a request', () => {
    given().when(confirm).thenRefused(notRequested);
    given().when(change('en')).thenRefused(notRequested);
    given().when(end('left')).thenRefused(notRequested);
    expect(() => given(confirmed).when(confirm)).toThrow('before it was requested');
  });

  it('changes its language once it is confirmed', () => {
    given(requested).when(change('en')).thenRefused({ type: 'not-confirmed', subscription: id });
    given(requested, confirmed).when(change('en')).then(changed('en'));
    given(requested, confirmed).when(change('fr')).thenNothing();
    given(requested, confirmed, changed('en')).when(change('en')).thenNothing();
    given(requested, confirmed, changed('en')).when(change('fr')).then(changed('fr'));
  });

  it('ends once, confirmed or not, for whatever reason', () => {
    given(requested).when(end('left')).then(ended('left'));
    given(requested, confirmed).when(end('one-click')).then(ended('one-click'));
    given(requested, confirmed).when(end('undeliverable')).then(ended('undeliverable'));
    given(requested, confirmed).when(end('erased')).then(ended('erased'));
    given(requested, confirmed, ended('left')).when(end('erased')).thenNothing();
    given(requested, confirmed, ended('left')).when(end('one-click')).thenNothing();
  });

  it('is asked for again once, until something is heard of them: then it can be asked for again', () => {
    const asking = { reason: 'silence', until: '2026-12-25T09:00:00Z' } as const;
    const again: SubscriptionCommand = { type: 'ask-again', subscription: id, ...asking };
    const askedAgain = { type: 'subscription.asked-again' as const, data: { subscription: id, list, ...asking } };
    const renewed = { type: 'subscription.renewed' as const, data: { subscription: id, list, by: 'click' as const } };
    const preferred = { type: 'subscription.preferred' as const, data: { subscription: id, list, preferences: 'p' } };
    given(requested).when(again).thenRefused({ type: 'not-confirmed', subscription: id });
    given(requested, confirmed).when(again).then(askedAgain);
    given(requested, confirmed, askedAgain).when(again).thenNothing();
    for (const heard of [renewed, preferred, changed('en')])
      given(requested, confirmed, askedAgain, heard).when(again).then(askedAgain);
  });

  it('ends unanswered only while it is asked for', () => {
    const asking = { reason: 'import', until: '2026-12-25T09:00:00Z' } as const;
    const askedAgain = { type: 'subscription.asked-again' as const, data: { subscription: id, list, ...asking } };
    const renewed = { type: 'subscription.renewed' as const, data: { subscription: id, list, by: 'click' as const } };
    given(requested, confirmed, askedAgain).when(end('unanswered')).then(ended('unanswered'));
    given(requested, confirmed, askedAgain, renewed).when(end('unanswered')).thenNothing();
    given(requested, confirmed).when(end('unanswered')).thenNothing();
  });

  it('is over for good', () => {
    given(requested, ended('left')).when(confirm).thenRefused(over);
    given(requested, confirmed, ended('left')).when(change('en')).thenRefused(over);
  });
});
