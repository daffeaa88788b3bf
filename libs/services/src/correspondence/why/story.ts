import type { HubEvent } from '@relais/catalogue';
import type { EventOf, Recorded } from '@relais/event-sourcing';
import type { Instant, LetterId, ListId, SubscriptionId } from '@relais/vocabulary';
import type { ExplainedLetter, ExplainedSubscription } from '@relais/web';

type Told<Value> = { -readonly [Name in keyof Value]: Value[Name] };
export type SubscriptionStory = Told<Omit<ExplainedSubscription, 'list'>> & { readonly list: ListId };
export type LetterStory = Told<ExplainedLetter>;

/** An issue, and whether it may leave. */
export type IssueStory = {
  readonly composed: EventOf<HubEvent, 'digest.composed'>['data'];
  readonly at: Instant;
  state: 'waiting' | 'free' | 'rejected';
  note?: string;
};

/** Refusals that are none: we kept the letter ourselves. */
const kept = ['left', 'forgotten', 'rejected', 'nothing to say'];

/** What happened to one address and the issues that it was told: folded from their events alone. */
export class PersonStory {
  readonly subscriptions = new Map<SubscriptionId, SubscriptionStory>();
  readonly letters = new Map<LetterId, LetterStory>();
  readonly issues = new Map<string, IssueStory>();

  readonly #on: { readonly [T in HubEvent['type']]?: (event: Extract<Recorded<HubEvent>, { type: T }>) => void } = {
    'subscription.requested': ({ data: { subscription, list, consent }, recordedAt: at }) => {
      const { form, wording } = consent;
      this.subscriptions.set(subscription, { list, asked: { at, form, wording } });
    },
    'subscription.imported': ({ data: { subscription, list, since }, recordedAt: at }) =>
      void this.subscriptions.set(subscription, { list, imported: { at, since }, confirmedAt: at }),
    'subscription.confirmed': ({ data, recordedAt }) => this.#change(data, { confirmedAt: recordedAt }),
    'subscription.preferred': ({ data, recordedAt }) => this.#change(data, { choseAt: recordedAt }),
    'subscription.ended': ({ data, recordedAt: at }) => this.#change(data, { ended: { at, reason: data.reason } }),
    'letter.intended': ({ data: { letter, purpose, issue, further = [] }, recordedAt: at }) => {
      const issues = issue === undefined ? [] : [issue, ...further];
      this.letters.set(letter, { purpose, issues, intendedAt: at, fate: 'intended', at });
    },
    'letter.handed-over': ({ data, recordedAt: at }) => this.#goes(data, { fate: 'handed-over', at, handedOverAt: at }),
    'letter.accepted': ({ data, recordedAt: at }) => this.#goes(data, { fate: 'accepted', at, said: data.response }),
    'letter.refused': ({ data, recordedAt: at }) => {
      const fate = kept.includes(data.code) ? 'kept' : data.permanent ? 'refused' : 'deferred';
      this.#goes(data, { fate, at, said: data.code });
    },
    'letter.unknown': ({ data, recordedAt: at }) => this.#goes(data, { fate: 'unknown', at }),
    'letter.bounced': ({ data, recordedAt: at }) => this.#goes(data, { fate: 'bounced', at, said: data.status }),
    'letter.complained': ({ data, recordedAt: at }) => this.#goes(data, { fate: 'complained', at }),
    'digest.composed': ({ data, recordedAt: at }) =>
      void this.issues.set(data.issue, { composed: data, at, state: data.needsApproval ? 'waiting' : 'free' }),
    'digest.approved': ({ data }) => this.#decide(data.issue, { state: 'free' }),
    'digest.rejected': ({ data: { issue, note } }) => this.#decide(issue, { state: 'rejected', note }),
  };

  static of(events: Iterable<Recorded<HubEvent>>): PersonStory {
    const story = new PersonStory();
    for (const event of events) (story.#on[event.type] as ((event: Recorded<HubEvent>) => void) | undefined)?.(event);
    return story;
  }

  /** The newest first; one whose issue waits for somebody says so. */
  told(): ExplainedLetter[] {
    return [...this.letters.values()]
      .sort((one, other) => Date.parse(other.intendedAt) - Date.parse(one.intendedAt))
      .map((letter) => {
        const waits = letter.issues.some((issue) => this.issues.get(issue)?.state === 'waiting');
        return letter.fate === 'intended' && waits ? { ...letter, fate: 'waits-for-approval' } : letter;
      });
  }

  #change({ subscription }: { subscription: SubscriptionId }, change: Partial<SubscriptionStory>): void {
    const known = this.subscriptions.get(subscription);
    if (known) Object.assign(known, change);
  }

  #goes({ letter }: Pick<EventOf<HubEvent, 'letter.accepted'>['data'], 'letter'>, change: Partial<LetterStory>): void {
    const known = this.letters.get(letter);
    if (known === undefined) return;
    delete known.said;
    Object.assign(known, change);
  }

  #decide(issue: string, change: Partial<IssueStory>): void {
    const known = this.issues.get(issue);
    if (known) Object.assign(known, change);
  }
}
