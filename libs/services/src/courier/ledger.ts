import type { HubEvent } from '@relais/catalogue';
import type { Purpose } from '@relais/digest';
import type { Recorded } from '@relais/event-sourcing';
import type {
  Instant,
  IssueId,
  Language,
  LetterId,
  ListId,
  PersonId,
  Sealed,
  SubscriptionId,
} from '@relais/vocabulary';

/** A subscription as the courier needs it. */
export type Subscriber = Readonly<{
  subscription: SubscriptionId;
  list: ListId;
  person: PersonId;
  address: Sealed;
  language: Language;
  status: 'requested' | 'confirmed' | 'ended';
  /** Their `Preferences`, sealed; absent while they chose nothing. */
  preferences?: Sealed;
  /** How often it was asked for: each time has a confirmation letter of its own. */
  requests: number;
  /** The position at which it was confirmed. */
  confirmedAt?: bigint;
}>;

/** An issue whose letters have not all come to an end. */
export type OpenIssue = Readonly<{
  composed: Extract<HubEvent, { type: 'digest.composed' }>['data'];
  position: bigint;
  /** Who has a letter of it already, whatever became of that. */
  written: Set<SubscriptionId>;
}>;

/** The code of a refusal that was none: handing over was recorded, but the process ended before the letter could leave. */
export const neverLeft = 'never left';

/** A letter that has not come to an end. */
export type OpenLetter = Readonly<{
  letter: LetterId;
  subscription: SubscriptionId;
  purpose: Purpose;
  issue?: IssueId;
  further?: readonly IssueId[];
  /** The preferences that it is made to, sealed. */
  edition?: Sealed;
  status: 'intended' | 'handed-over' | 'deferred';
  /** How often it was refused for now. */
  attempts: number;
  /** When it came to this status. */
  at: Instant;
}>;

type Handlers = { readonly [T in HubEvent['type']]?: (event: Extract<Recorded<HubEvent>, { type: T }>) => void };

/** What the courier knows, folded from the log and from nothing else. */
export class Ledger {
  readonly subscribers = new Map<SubscriptionId, Subscriber>();
  /** Wishes that no confirmation letter was written for yet. */
  readonly unanswered = new Set<SubscriptionId>();
  readonly openIssues = new Map<IssueId, OpenIssue>();
  readonly openLetters = new Map<LetterId, OpenLetter>();
  /** The last issue of each list, complete or not. */
  readonly lastIssues = new Map<ListId, OpenIssue>();
  position = 0n;

  readonly #on: Handlers = {
    'subscription.requested': ({ data: { subscription, list, person, address, language } }) => {
      const requests = (this.subscribers.get(subscription)?.requests ?? 0) + 1;
      const wish = { subscription, list, person, address, language, requests };
      this.subscribers.set(subscription, { ...wish, status: 'requested' });
      this.unanswered.add(subscription);
    },
    'subscription.imported': ({ data: { subscription, list, person, address, language }, position }) => {
      const wish = { subscription, list, person, address, language, requests: 0 };
      this.subscribers.set(subscription, { ...wish, status: 'confirmed', confirmedAt: position });
    },
    'subscription.preferred': ({ data: { subscription, preferences } }) => this.#change(subscription, { preferences }),
    'subscription.confirmed': ({ data: { subscription }, position }) => {
      this.unanswered.delete(subscription);
      this.#change(subscription, { status: 'confirmed', confirmedAt: position });
    },
    'subscription.changed': ({ data: { subscription, language } }) => this.#change(subscription, { language }),
    'subscription.ended': ({ data: { subscription } }) => {
      this.unanswered.delete(subscription);
      this.#change(subscription, { status: 'ended' });
    },
    'digest.composed': ({ data, position }) => {
      const issue = { composed: data, position, written: new Set<SubscriptionId>() };
      this.openIssues.set(data.issue, issue);
      this.lastIssues.set(data.list, issue);
    },
    'digest.completed': ({ data: { issue } }) => void this.openIssues.delete(issue),
    'letter.intended': ({ data: { list: _list, ...about }, recordedAt: at }) => {
      const { letter, subscription, purpose, issue } = about;
      this.openLetters.set(letter, { ...about, status: 'intended', attempts: 0, at });
      if (issue) this.openIssues.get(issue)?.written.add(subscription);
      if (purpose === 'confirmation') this.unanswered.delete(subscription);
    },
    'letter.handed-over': ({ data: { letter }, recordedAt: at }) => this.#move(letter, { status: 'handed-over', at }),
    'letter.refused': ({ data: { letter, code, permanent }, recordedAt: at }) => {
      if (permanent) this.openLetters.delete(letter);
      else if (code === neverLeft) this.#move(letter, { status: 'intended', at });
      else this.#move(letter, { status: 'deferred', attempts: (this.openLetters.get(letter)?.attempts ?? 0) + 1, at });
    },
    'letter.accepted': ({ data: { letter } }) => void this.openLetters.delete(letter),
    'letter.unknown': ({ data: { letter } }) => void this.openLetters.delete(letter),
  };

  /** The event types it is folded from. */
  readonly types: readonly string[] = Object.keys(this.#on);

  evolve(event: Recorded<HubEvent>): void {
    this.position = event.position;
    const handler = this.#on[event.type] as ((event: Recorded<HubEvent>) => void) | undefined;
    handler?.(event);
  }

  /** Who receives an issue and has no letter of it yet: confirmed before it was composed, and still there. */
  waitingFor({ composed, position, written }: OpenIssue): Subscriber[] {
    return [...this.subscribers.values()].filter(
      ({ subscription, list, status, confirmedAt }) =>
        list === composed.list &&
        status === 'confirmed' &&
        confirmedAt !== undefined &&
        confirmedAt < position &&
        !written.has(subscription),
    );
  }

  #change(id: SubscriptionId, change: Partial<Subscriber>): void {
    const known = this.subscribers.get(id);
    if (known) this.subscribers.set(id, { ...known, ...change });
  }

  #move(id: LetterId, change: Partial<OpenLetter>): void {
    const known = this.openLetters.get(id);
    if (known) this.openLetters.set(id, { ...known, ...change });
  }
}
