import type { HubEvent } from '@relais/catalogue';
import type { Cadence } from '@relais/digest';
import { beginning, windows } from '@relais/digests';
import type { Recorded } from '@relais/event-sourcing';
import type { Instant, IssueId, ListId } from '@relais/vocabulary';
import { cadenceOf, chainOf } from './issue-ids.js';

export type Issued = {
  readonly issue: IssueId;
  readonly list: ListId;
  /** From when on it tells what is new. */
  readonly since: Instant;
  readonly until: Instant;
  /** Where in the log it was recorded. */
  readonly position: bigint;
  isRejected: boolean;
};

type Composed = Extract<HubEvent, { type: 'digest.composed' | 'digest.rejected' }>;

/** So many of each chain are remembered: hours of some days. */
const most = 80;

/** How many of them somebody has at once who was not written to for long. */
const mostAtOnce: Record<Cadence, number> = { month: 1, week: 2, day: 7, event: 48, notice: 1 };

/** The last issues of each list and rhythm. */
export class IssuedIssues {
  readonly #chains = new Map<string, Issued[]>();
  readonly types: readonly string[] = ['digest.composed', 'digest.rejected'];

  evolve(event: Recorded<HubEvent>): void {
    const { type, data } = event as Recorded<Composed>;
    if (type === 'digest.composed') {
      const { issue, list, period } = data;
      const key = chainOf(issue, list);
      const chain = this.#chains.get(key) ?? [];
      const { until } = period;
      const cadence = cadenceOf(issue);
      const since = period.since ?? (cadence === 'notice' ? until : beginning(null, until, windows[cadence]));
      chain.push({ issue, list, since, until, position: event.position, isRejected: false });
      if (chain.length > most) chain.shift();
      this.#chains.set(key, chain);
    } else if (type === 'digest.rejected') {
      for (const chain of this.#chains.values())
        for (const one of chain) if (one.issue === data.issue) one.isRejected = true;
    }
  }

  /**
   * From when on the next issue tells what is new: where the last one ended; a rejected one has told nobody, so that it begins before
   * that, unless one after it did.
   */
  since(issue: IssueId, list: ListId): Instant | null {
    const chain = (this.#chains.get(chainOf(issue, list)) ?? []).filter((one) => one.issue !== issue);
    const told = chain.findLast(({ isRejected }) => !isRejected);
    const taken = chain.filter((one) => one.isRejected && !chain.some((other) => covers(other, one)));
    const all = [...(told ? [told.until] : []), ...taken.map(({ since }) => since)];
    return all.sort((one, other) => Date.parse(one) - Date.parse(other))[0] ?? null;
  }

  /** The issues that came in the chain of one after a moment, newest first: who was told nothing since has them with it. */
  before(issue: IssueId, list: ListId, moment: number): IssueId[] {
    const chain = this.#chains.get(chainOf(issue, list)) ?? [];
    return chain
      .filter((one) => !one.isRejected && one.issue !== issue && Date.parse(one.until) > moment)
      .map((one) => one.issue)
      .slice(-mostAtOnce[cadenceOf(issue)])
      .toReversed();
  }

  /** The last issue for a rhythm of each list. */
  last(cadence: Cadence): Issued[] {
    return [...this.#chains.values()].flatMap((chain) => {
      const last = chain.at(-1);
      return last && cadenceOf(last.issue) === cadence ? [last] : [];
    });
  }

  chain(cadence: Exclude<Cadence, 'week'>, list: ListId): readonly Issued[] {
    return this.#chains.get(`${list} ${cadence}`) ?? [];
  }

  of(issue: IssueId, list: ListId): Issued | undefined {
    return this.#chains.get(chainOf(issue, list))?.find((one) => one.issue === issue);
  }
}

/** Whether an issue tells what a rejected one would have. */
const covers = (one: Issued, rejected: Issued): boolean =>
  !one.isRejected &&
  Date.parse(one.until) >= Date.parse(rejected.until) &&
  Date.parse(one.since) <= Date.parse(rejected.since);
