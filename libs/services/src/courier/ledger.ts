import type { HubEvent } from '@relais/catalogue';
import type { Recorded } from '@relais/event-sourcing';
import type { IssueId, Language, LetterId, ListId, PersonId, Sealed, SubscriptionId } from '@relais/vocabulary';

/** A subscription as the courier needs it. */
export type Subscriber = Readonly<{
  subscription: SubscriptionId;
  list: ListId;
  person: PersonId;
  address: Sealed;
  language: Language;
  status: 'requested' | 'confirmed' | 'ended';
  /** How often it was asked for: each time has a confirmation letter of its own. */
  requests: number;
  /** The position at which it was confirmed. */
  confirmedAt?: bigint;
}>;

/** An issue whose letters have not all come to an end. */
export type OpenIssue = Readonly<{
  composed: Extract<HubEvent, { type: 'digest.composed' }>['data'];
  position: bigint;
}>;

/** A letter that has not come to an end. */
export type OpenLetter = Readonly<{
  letter: LetterId;
  subscription: SubscriptionId;
  purpose: 'confirmation' | 'digest';
  issue?: IssueId;
  status: 'intended' | 'handed-over' | 'deferred';
  attempts: number;
}>;

/** What the courier knows, folded from the log and from nothing else. */
export class Ledger {
  readonly subscribers = new Map<SubscriptionId, Subscriber>();
  readonly openIssues = new Map<IssueId, OpenIssue>();
  readonly openLetters = new Map<LetterId, OpenLetter>();
  /** The last issue of each list, complete or not. */
  readonly lastIssues = new Map<ListId, OpenIssue>();
  position = 0n;

  /** The event types it is folded from. */
  static readonly types: readonly HubEvent['type'][] = [
    'subscription.requested',
    'subscription.confirmed',
    'subscription.changed',
    'subscription.ended',
    'digest.composed',
    'digest.completed',
    'letter.intended',
    'letter.handed-over',
    'letter.accepted',
    'letter.refused',
    'letter.unknown',
  ];

  evolve(event: Recorded<HubEvent>): void {
    this.position = event.position;
    switch (event.type) {
      case 'subscription.requested': {
        const { subscription, list, person, address, language } = event.data;
        const requests = (this.subscribers.get(subscription)?.requests ?? 0) + 1;
        this.subscribers.set(subscription, {
          ...{ subscription, list, person, address, language },
          status: 'requested',
          requests,
        });
        break;
      }
      case 'subscription.confirmed':
        this.#change(event.data.subscription, { status: 'confirmed', confirmedAt: event.position });
        break;
      case 'subscription.changed':
        this.#change(event.data.subscription, { language: event.data.language });
        break;
      case 'subscription.ended':
        this.#change(event.data.subscription, { status: 'ended' });
        break;
      case 'digest.composed': {
        const issue = { composed: event.data, position: event.position };
        this.openIssues.set(event.data.issue, issue);
        this.lastIssues.set(event.data.list, issue);
        break;
      }
      case 'digest.completed':
        this.openIssues.delete(event.data.issue);
        break;
      case 'letter.intended': {
        const { letter, subscription, purpose, issue } = event.data;
        this.openLetters.set(letter, {
          ...{ letter, subscription, purpose, ...(issue && { issue }) },
          status: 'intended',
          attempts: 0,
        });
        break;
      }
      case 'letter.handed-over': {
        const open = this.openLetters.get(event.data.letter);
        if (open) this.openLetters.set(open.letter, { ...open, status: 'handed-over', attempts: event.data.attempt });
        break;
      }
      case 'letter.refused': {
        const open = this.openLetters.get(event.data.letter);
        if (event.data.permanent) this.openLetters.delete(event.data.letter);
        else if (open) this.openLetters.set(open.letter, { ...open, status: 'deferred' });
        break;
      }
      case 'letter.accepted':
      case 'letter.unknown':
        this.openLetters.delete(event.data.letter);
        break;
      default:
        break;
    }
  }

  /** Who receives an issue: confirmed before it was composed, and still there. */
  recipientsOf({ composed, position }: OpenIssue): Subscriber[] {
    return [...this.subscribers.values()].filter(
      ({ list, status, confirmedAt }) =>
        list === composed.list && status === 'confirmed' && confirmedAt !== undefined && confirmedAt < position,
    );
  }

  #change(id: SubscriptionId, change: Partial<Subscriber>): void {
    const known = this.subscribers.get(id);
    if (known) this.subscribers.set(id, { ...known, ...change });
  }
}
