import type { HubEvent } from '@relais/catalogue';
import type { EventOf, Recorded } from '@relais/event-sourcing';
import { afterQuiet, DueMoments, type Preferences } from '@relais/mailing-list';
import type { Instant, IssueId, ListId, Lookup, PersonId, Sealed, SubscriptionId } from '@relais/vocabulary';
import type { DeployedList } from '../../wiring/deployment.js';
import { DueQueue, type Due } from './due-queue.js';
import { cadenceOf } from '../issues/issue-ids.js';
import { PreferencePool } from '../preferences/preference-pool.js';

/**
 * One subscription of a person. There are a hundred thousand: what is sealed is not kept, numbers are not big, and all have the same
 * properties in the same order.
 */
export type Member = {
  readonly subscription: SubscriptionId;
  readonly person: PersonId;
  readonly list: DeployedList;
  readonly receiver: Receiver;
  preferences: Preferences;
  /** The version of its stream where they stand sealed; 0 while nothing was chosen. */
  chosen: number;
  confirmedAt: number | undefined;
  /** Where in the log it was confirmed. */
  position: number | undefined;
  /** When it was confirmed, or preferences were chosen: no letter is due from before. */
  since: number;
};

/** All subscriptions of one address: they have one letter together. */
export type Receiver = Due & {
  members: readonly Member[];
  /** When the last letter was intended, or when there was none to be written. */
  served: number;
  /** The issues told last, the newest last. */
  told: readonly IssueId[];
};

/** A subscription whose preferences are to be opened before anybody asks when it is due. */
export type Unopened = Readonly<{ member: Member; sealed: Sealed; version: number }>;

type On = { readonly [T in HubEvent['type']]?: (event: Extract<Recorded<HubEvent>, { type: T }>) => void };

type Confirmed = Recorded<EventOf<HubEvent, 'subscription.confirmed' | 'subscription.imported'>>;

const nobody: readonly Member[] = [];
const nothing: readonly IssueId[] = [];

/** How many issues of each person are remembered: those of a day of somebody in some cities, and a few notices. */
const mostTold = 12;

/** Whose preferences hold for all: the subscription that was confirmed first. Undefined where none is confirmed. */
export const carrierOf = ({ members }: Receiver): (Member & { confirmedAt: number }) | undefined => {
  let carrier: Member | undefined;
  for (const member of members)
    if (
      member.confirmedAt !== undefined &&
      (carrier?.confirmedAt === undefined || member.confirmedAt < carrier.confirmedAt)
    )
      carrier = member;
  return carrier as (Member & { confirmedAt: number }) | undefined;
};

/** Who receives letters, what they want of them and when the next one is due: folded from the log, without an address. */
export class Roster {
  readonly #members = new Map<SubscriptionId, Member>();
  readonly #receivers = new Map<Lookup, Receiver>();
  readonly #issues = new Map<IssueId, IssueId>();
  readonly #touched = new Set<Receiver>();
  readonly #unopened = new Map<Member, Unopened>();
  readonly #moments = new DueMoments();
  readonly #pool = new PreferencePool();
  readonly due = new DueQueue<Receiver>();

  readonly #on: On = {
    'subscription.requested': ({ data, recordedAt }) => this.#add(data, recordedAt),
    'subscription.imported': (event) => {
      this.#add(event.data, event.recordedAt);
      this.#confirm(event);
    },
    'subscription.confirmed': (event) => this.#confirm(event),
    'subscription.changed': ({ data: { subscription, language } }) => {
      const member = this.#members.get(subscription);
      if (member?.chosen === 0) member.preferences = this.#pool.ofList(member.list, language);
    },
    'subscription.preferred': ({ data: { subscription, preferences: sealed }, recordedAt, version }) => {
      const member = this.#members.get(subscription);
      if (member === undefined) return;
      member.chosen = version;
      member.since = Date.parse(recordedAt);
      this.#unopened.set(member, { member, sealed, version });
      this.#touched.add(member.receiver);
    },
    'subscription.ended': ({ data: { subscription } }) => this.#end(subscription),
    'letter.intended': ({ data: { subscription, purpose, issue, further = [] }, recordedAt }) => {
      const receiver = this.#members.get(subscription)?.receiver;
      if (receiver === undefined || purpose !== 'digest' || issue === undefined) return;
      receiver.told = [...receiver.told, ...[issue, ...further].map((one) => this.#once(one))].slice(-mostTold);
      if (cadenceOf(issue) === 'notice') return;
      receiver.served = Math.max(receiver.served, Date.parse(recordedAt));
      this.#touched.add(receiver);
    },
  };
  readonly types: readonly string[] = Object.keys(this.#on);

  constructor(private readonly lists: ReadonlyMap<ListId, DeployedList>) {}

  evolve(event: Recorded<HubEvent>): void {
    const handler = this.#on[event.type] as ((event: Recorded<HubEvent>) => void) | undefined;
    handler?.(event);
  }

  /** Whose preferences came since this was asked before. */
  unopened(): Unopened[] {
    const all = [...this.#unopened.values()];
    this.#unopened.clear();
    return all;
  }

  /** What they are, in clear; undefined where their person was forgotten. */
  open({ member, version }: Unopened, text: string | undefined): void {
    if (member.chosen !== version) return;
    const { list, preferences } = member;
    member.preferences =
      (text && this.#pool.opened(text, this.#pool.ofList(list, preferences.language))) || preferences;
  }

  /** Says of everybody whom something happened to when they are due. */
  settle(now: number): void {
    for (const receiver of this.#touched) this.due.set(receiver, this.dueOf(receiver, now));
    this.#touched.clear();
  }

  /** A moment had its letter, or had none to be written. */
  serve(receiver: Receiver, now: number): void {
    receiver.served = Math.max(receiver.served, now);
    this.due.set(receiver, this.dueOf(receiver, now));
  }

  /** When the next letter is due; one whose moment passed while nothing ran is due now, or once quiet hours are over. */
  dueOf(receiver: Receiver, now: number): number | undefined {
    const carrier = carrierOf(receiver);
    if (carrier === undefined) return undefined;
    const { preferences, list, since } = carrier;
    const due = this.#moments.after(Math.max(receiver.served, since), preferences, list);
    return due <= now ? afterQuiet(now, preferences) : due;
  }

  receivers(): Iterable<Receiver> {
    return this.#receivers.values();
  }

  of(subscription: SubscriptionId): Readonly<{ receiver: Receiver; member: Member }> | undefined {
    const member = this.#members.get(subscription);
    return member && { receiver: member.receiver, member };
  }

  #add(data: EventOf<HubEvent, 'subscription.requested' | 'subscription.imported'>['data'], at: Instant): void {
    const { subscription, person, list: id, lookup, language } = data;
    const list = this.lists.get(id);
    // Nobody writes to a list that the configuration does not name any more.
    if (list === undefined) return;
    const known = this.#members.get(subscription);
    if (known) {
      if (known.chosen === 0) known.preferences = this.#pool.ofList(list, language);
      return;
    }
    const receiver = this.#receivers.get(lookup) ?? { members: nobody, due: undefined, served: 0, told: nothing };
    const preferences = this.#pool.ofList(list, language);
    const [since, confirmedAt, position] = [Date.parse(at), undefined, undefined];
    const chosen = 0;
    const member: Member = { subscription, person, list, receiver, preferences, chosen, confirmedAt, position, since };
    // Not pushed: an array that grows makes room for sixteen more.
    receiver.members = [...receiver.members, member];
    this.#receivers.set(lookup, receiver);
    this.#members.set(subscription, member);
  }

  #confirm({ data, position, recordedAt }: Confirmed): void {
    const member = this.#members.get(data.subscription);
    if (member === undefined || member.confirmedAt !== undefined) return;
    member.confirmedAt = member.since = Date.parse(recordedAt);
    member.position = Number(position);
    this.#touched.add(member.receiver);
  }

  #end(subscription: SubscriptionId): void {
    const member = this.#members.get(subscription);
    if (member === undefined) return;
    const { receiver } = member;
    receiver.members = receiver.members.filter((one) => one !== member);
    this.#members.delete(subscription);
    this.#unopened.delete(member);
    this.#touched.add(receiver);
  }

  /** The same text once, however many letters name it. */
  #once(issue: IssueId): IssueId {
    const known = this.#issues.get(issue);
    if (known === undefined) this.#issues.set(issue, issue);
    return known ?? issue;
  }
}
