import type { HubEvent } from '@relais/catalogue';
import type { Recorded } from '@relais/event-sourcing';
import type { IssueId, LetterId, ListId, SubscriptionId } from '@relais/vocabulary';
import { issuesOf, neverLeft, type OpenIssue, type OpenLetter, type Subscriber } from './ledger-parts.js';

export { issuesOf, neverLeft, type OpenIssue, type OpenLetter, type Subscriber } from './ledger-parts.js';

type On<Type extends HubEvent['type']> = Extract<Recorded<HubEvent>, { type: Type }>;
type Handlers = { readonly [T in HubEvent['type']]?: (event: On<T>) => void };

/** What the courier knows, folded from the log and from nothing else. */
export class Ledger {
  readonly subscribers = new Map<SubscriptionId, Subscriber>();
  /** Wishes that no confirmation letter was written for yet. */
  readonly unanswered = new Set<SubscriptionId>();
  /** Issues that still have letters to come, approved or waiting for it; none that was rejected. */
  readonly openIssues = new Map<IssueId, OpenIssue>();
  readonly rejectedIssues = new Set<IssueId>();
  readonly openLetters = new Map<LetterId, OpenLetter>();
  /** Letters that may have left; what is found out later is recorded then. */
  readonly unknownLetters = new Map<LetterId, OpenLetter>();
  /** The last issue of each list, complete or not. */
  readonly lastIssues = new Map<ListId, OpenIssue>();
  position = 0n;
  /** Texts that come with each event, once: a hundred thousand letters name a few issues. */
  readonly #once = new Map<string, string>();

  readonly #on: Handlers = {
    'subscription.requested': ({ data: { subscription, list, person, address, language }, version }) => {
      const requests = (this.subscribers.get(subscription)?.requests ?? 0) + 1;
      this.#subscribe({ subscription, list, person, address, language, requests, version, status: 'requested' });
      this.unanswered.add(subscription);
    },
    'subscription.imported': ({ data: { subscription, list, person, address, language }, version }) =>
      this.#subscribe({ subscription, list, person, address, language, requests: 0, version, status: 'confirmed' }),
    'subscription.preferred': ({ data: { subscription }, version }) => this.#change(subscription, { version }),
    'subscription.confirmed': ({ data: { subscription }, version }) => {
      this.unanswered.delete(subscription);
      this.#change(subscription, { status: 'confirmed', version });
    },
    'subscription.changed': ({ data: { subscription, language }, version }) =>
      this.#change(subscription, { language, version }),
    'subscription.ended': ({ data: { subscription }, version }) => {
      this.unanswered.delete(subscription);
      this.#change(subscription, { status: 'ended', version });
    },
    'digest.composed': ({ data, position }) => {
      const waits = data.needsApproval === true;
      const letters = { written: new Set<SubscriptionId>(), open: 0, unknown: 0 };
      const issue = { composed: data, position, waits, completed: false, ...letters };
      this.openIssues.set(data.issue, issue);
      this.lastIssues.set(data.list, issue);
    },
    'digest.approved': ({ data: { issue } }) => {
      const open = this.openIssues.get(issue);
      if (open) open.waits = false;
    },
    'digest.rejected': ({ data: { issue } }) => {
      this.openIssues.delete(issue);
      this.rejectedIssues.add(issue);
    },
    'digest.completed': ({ data: { issue } }) => {
      const open = this.openIssues.get(issue);
      if (open) open.completed = true;
      this.#forget(open);
    },
    'letter.intended': (event) => this.#intend(event),
    'letter.handed-over': ({ data: { letter, attempt }, recordedAt: at, version, metadata }) => {
      const by = metadata?.correlation && { by: this.#same(metadata.correlation) };
      this.#move(letter, { status: 'handed-over', handedOver: attempt, handedOverAt: at, at, version, ...by });
    },
    'letter.refused': ({ data: { letter, code, permanent }, recordedAt: at, version }) => {
      if (permanent) return this.#end(letter);
      const attempts = (this.#known(letter)?.attempts ?? 0) + (code === neverLeft ? 0 : 1);
      this.#move(letter, { status: code === neverLeft ? 'intended' : 'deferred', attempts, at, version });
    },
    'letter.accepted': ({ data: { letter } }) => this.#end(letter),
    'letter.unknown': ({ data: { letter }, recordedAt: at, version }) => {
      const known = this.openLetters.get(letter);
      if (known === undefined) return;
      this.unknownLetters.set(letter, { ...known, status: 'unknown', at, version });
      this.openLetters.delete(letter);
      this.#count(known, { open: -1, unknown: 1 });
    },
    'letter.bounced': ({ data: { letter }, version }) => this.#stands(letter, version),
    'letter.complained': ({ data: { letter }, version }) => this.#stands(letter, version),
  };

  /** The event types it is folded from. */
  readonly types: readonly string[] = Object.keys(this.#on);

  evolve(event: Recorded<HubEvent>): void {
    this.position = event.position;
    const handler = this.#on[event.type] as ((event: Recorded<HubEvent>) => void) | undefined;
    handler?.(event);
  }

  #intend({ data, recordedAt: at, version }: On<'letter.intended'>): void {
    const { letter, purpose, issue, further, edition } = data;
    const subscription = this.subscribers.get(data.subscription)?.subscription ?? data.subscription;
    this.openLetters.set(letter, {
      ...{ letter, subscription, list: this.#same(data.list), purpose: this.#same(purpose) },
      ...(issue && { issue: this.#same(issue) }),
      ...(further && { further: further.map((one) => this.#same(one)) }),
      ...(edition && { edition }),
      ...{ status: 'intended', attempts: 0, handedOver: 0, at: this.#same(at), version },
    });
    for (const one of issuesOf(data)) {
      const open = this.openIssues.get(one);
      open?.written.add(subscription);
      if (open) open.open++;
    }
    if (purpose === 'confirmation') this.unanswered.delete(subscription);
  }

  /** All with the same properties in the same order, of which a hundred thousand take the least memory. */
  #subscribe({ subscription, list, person, address, language, requests, version, status }: Subscriber): void {
    const of = this.#same(list);
    this.subscribers.set(subscription, {
      subscription,
      list: of,
      person,
      address,
      language,
      requests,
      version,
      status,
    });
  }

  #change(id: SubscriptionId, change: Partial<Subscriber>): void {
    const known = this.subscribers.get(id);
    if (known) this.subscribers.set(id, { ...known, ...change });
  }

  #known(id: LetterId): OpenLetter | undefined {
    return this.openLetters.get(id) ?? this.unknownLetters.get(id);
  }

  /** One of which it was unknown is open again. */
  #move(id: LetterId, change: Partial<OpenLetter>): void {
    const known = this.#known(id);
    if (known === undefined) return;
    if (this.unknownLetters.delete(id)) this.#count(known, { open: 1, unknown: -1 });
    this.openLetters.set(id, { ...known, ...change });
  }

  #stands(id: LetterId, version: number): void {
    for (const letters of [this.openLetters, this.unknownLetters]) {
      const known = letters.get(id);
      if (known) letters.set(id, { ...known, version });
    }
  }

  #end(id: LetterId): void {
    const known = this.#known(id);
    if (known === undefined) return;
    const wasUnknown = this.unknownLetters.delete(id);
    this.openLetters.delete(id);
    this.#count(known, wasUnknown ? { open: 0, unknown: -1 } : { open: -1, unknown: 0 });
  }

  #count(letter: OpenLetter, more: Readonly<{ open: number; unknown: number }>): void {
    for (const id of issuesOf(letter)) {
      const issue = this.openIssues.get(id);
      if (issue === undefined) continue;
      issue.open += more.open;
      issue.unknown += more.unknown;
      this.#forget(issue);
    }
  }

  #forget(issue: OpenIssue | undefined): void {
    if (issue?.completed && issue.open === 0 && issue.unknown === 0) this.openIssues.delete(issue.composed.issue);
  }

  #same<Text extends string>(text: Text): Text {
    const known = this.#once.get(text) as Text | undefined;
    if (known !== undefined) return known;
    // Instants differ; what does not repeat is not kept.
    if (this.#once.size > 10_000) this.#once.clear();
    this.#once.set(text, text);
    return text;
  }
}
