import { Inject, Injectable } from '@nestjs/common';
import { knownEvent, type HubEvent } from '@relais/catalogue';
import type { EventOf, Recorded } from '@relais/event-sourcing';
import { EventStore } from '@relais/event-store';
import type { AdminId, Instant, IssueId, LetterId } from '@relais/vocabulary';
import { OneAtATime } from '../wiring/one-at-a-time.js';

/** An issue and what was decided about it, as the log tells. */
export type KnownIssue = {
  readonly composed: EventOf<HubEvent, 'digest.composed'>['data'];
  readonly at: Instant;
  state: 'waiting' | 'sending' | 'rejected' | 'complete';
  ruled?: Readonly<{ by: AdminId; at: Instant; note?: string }>;
  /** Languages that it could not be rendered in, and why. */
  readonly failed: Map<string, string>;
};

/** What came back of a letter. */
export type CameBack = { bounced?: true; complained?: true };

/** So many are remembered: letters as things happen are many in a year. */
const most = 400;

/** The last issues of all lists, folded from the log: also those that wait or were rejected, which no page shows to everybody. */
@Injectable()
export class IssueBook {
  readonly #issues = new Map<IssueId, KnownIssue>();
  /** Letters that came back or were complained of. They are few. */
  readonly cameBack = new Map<LetterId, CameBack>();
  readonly #turns = new OneAtATime();
  #position = 0n;

  readonly #on: { readonly [T in HubEvent['type']]?: (event: Extract<Recorded<HubEvent>, { type: T }>) => void } = {
    'digest.composed': ({ data, recordedAt: at }) => {
      this.#issues.set(data.issue, {
        ...{ composed: data, at, failed: new Map() },
        state: data.needsApproval ? 'waiting' : 'sending',
      });
      const [oldest] = this.#issues.keys();
      if (this.#issues.size > most && oldest !== undefined) this.#issues.delete(oldest);
    },
    'digest.approved': ({ data: { issue, by }, recordedAt: at }) =>
      this.#change(issue, { state: 'sending', ruled: { by, at } }),
    'digest.rejected': ({ data: { issue, by, note }, recordedAt: at }) =>
      this.#change(issue, { state: 'rejected', ruled: { by, at, note } }),
    'digest.failed': ({ data: { issue, language, detail } }) =>
      void this.#issues.get(issue)?.failed.set(language, detail),
    'digest.completed': ({ data: { issue } }) => this.#change(issue, { state: 'complete' }),
    'letter.bounced': ({ data: { letter } }) =>
      void this.cameBack.set(letter, { ...this.cameBack.get(letter), bounced: true }),
    'letter.complained': ({ data: { letter } }) =>
      void this.cameBack.set(letter, { ...this.cameBack.get(letter), complained: true }),
  };

  constructor(@Inject(EventStore) private readonly store: EventStore) {}

  /** Resolves when it holds all that the log holds now. */
  fold(): Promise<void> {
    return this.#turns.take(async () => {
      for await (const page of this.store.readAll(this.#position, { types: Object.keys(this.#on) }))
        for (const event of page) {
          const known = knownEvent(event);
          (this.#on[known.type] as ((event: Recorded<HubEvent>) => void) | undefined)?.(known);
          this.#position = event.position;
        }
    });
  }

  get(issue: string): KnownIssue | undefined {
    return this.#issues.get(issue as IssueId);
  }

  /** The newest first. */
  newest(limit: number): KnownIssue[] {
    return [...this.#issues.values()].slice(-limit).toReversed();
  }

  /** The last issue before one, of the same list and rhythm, that was not rejected. */
  before({ composed: { issue, list, cadence = 'month' } }: KnownIssue): KnownIssue | undefined {
    const all = [...this.#issues.values()];
    const earlier = all.slice(
      0,
      all.findIndex((one) => one.composed.issue === issue),
    );
    return earlier.findLast(
      ({ composed, state }) =>
        composed.list === list && (composed.cadence ?? 'month') === cadence && state !== 'rejected',
    );
  }

  #change(issue: IssueId, change: Pick<KnownIssue, 'state'> & Partial<Pick<KnownIssue, 'ruled'>>): void {
    const known = this.#issues.get(issue);
    if (known) Object.assign(known, change);
  }
}
