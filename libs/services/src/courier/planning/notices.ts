import { Inject, Injectable } from '@nestjs/common';
import { keyOfFact, type UrgentFact } from '@relais/digests';
import { afterQuiet, isPaused } from '@relais/mailing-list';
import { Clock, type IssueId } from '@relais/vocabulary';
import type { DeployedList } from '../../wiring/deployment.js';
import { Intentions, type Intention } from './intentions.js';
import { isNotice, issueId } from '../issues/issue-ids.js';
import { IssueMaker } from './issue-maker.js';
import { IssueShelf, type ComposedIssue } from '../issues/issue-shelf.js';
import { PlanKeeper } from './plan-keeper.js';
import { carrierOf, type Receiver } from './roster.js';
import { listsFor, Wanted } from './wanted.js';

const hourLong = 3_600_000;
/** A notice is given to whoever was in their quiet hours when it was composed, within a day. */
const shared = 24 * hourLong;

/** What some people must be told of a city: the same facts for all of them. */
type Audience = Readonly<{ list: DeployedList; facts: readonly UrgentFact[]; receivers: Receiver[] }>;

/**
 * Tells what cannot wait for somebody's next letter, because its deadline passes before: looked for at each full hour, told
 * outside of quiet hours, once to each person, and only if it became known since their last letter.
 */
@Injectable()
export class Notices {
  #looked: number;

  constructor(
    @Inject(PlanKeeper) private readonly keeper: PlanKeeper,
    @Inject(IssueMaker) private readonly maker: IssueMaker,
    @Inject(IssueShelf) private readonly shelf: IssueShelf,
    @Inject(Intentions) private readonly intentions: Intentions,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    this.#looked = Date.parse(clock.now());
  }

  /** When it is to be looked next. */
  next(): number {
    return Math.floor(this.#looked / hourLong) * hourLong + hourLong;
  }

  areDue(now: number): boolean {
    return now >= this.next();
  }

  /** To be called when the read models are up to date; resolves to how many letters were intended. */
  async tell(): Promise<number> {
    const now = Date.parse(this.clock.now());
    const letters = new Map<Receiver, ComposedIssue[]>();
    for (const audience of await this.#audiences(now)) {
      const notice = await this.#notice(audience);
      if (notice) for (const one of audience.receivers) letters.set(one, [...(letters.get(one) ?? []), notice]);
    }
    const recorded = await this.intentions.record(this.#intended(letters));
    await this.keeper.fold();
    this.#looked = now;
    return recorded;
  }

  async #audiences(now: number): Promise<Audience[]> {
    const urgent = new Map(this.keeper.lists.map((list) => [list.assembly, this.maker.urgent(list)]));
    const all = [...urgent.values()].flat();
    const lastKnown = Math.max(...all.map(({ known }) => Date.parse(known)));
    const audiences = new Map<string, Audience>();
    for (const receiver of this.keeper.roster.receivers()) {
      const carrier = carrierOf(receiver);
      const since = Math.max(receiver.served, carrier?.since ?? 0);
      // Nearly everybody has nothing to be told of at most hours.
      if (carrier === undefined || since >= lastKnown) continue;
      const due = this.keeper.roster.due.of(receiver) ?? Infinity;
      if (isPaused(now, carrier.preferences) || afterQuiet(now, carrier.preferences) !== now) continue;
      const told = await this.#toldBy(receiver);
      for (const list of listsFor(receiver, this.keeper.lists)) {
        const facts = (urgent.get(list.assembly) ?? []).filter(
          ({ key, known, deadline }) => Date.parse(known) > since && Date.parse(deadline) < due && !told.has(key),
        );
        const key = `${list.id} ${facts.map((fact) => fact.key).join(' ')}`;
        const audience = audiences.get(key) ?? { list, facts, receivers: [] };
        if (facts.length > 0) audiences.set(key, audience);
        audience.receivers.push(receiver);
      }
    }
    return [...audiences.values()];
  }

  /** What notices told somebody before. */
  async #toldBy({ told }: Receiver): Promise<ReadonlySet<string>> {
    const keys = new Set<string>();
    for (const issue of told) {
      const notice = isNotice(issue) ? await this.shelf.get(issue) : undefined;
      if (notice) for (const key of keysOf(notice)) keys.add(key);
    }
    return keys;
  }

  /** The notice of these facts, where anybody wants them: one of today that says the same, or a new one. */
  async #notice({ list, facts, receivers }: Audience): Promise<ComposedIssue | undefined> {
    const now = this.clock.now();
    const keys = facts.map(({ key }) => key).sort();
    for (const { issue, until } of this.keeper.issued.chain('notice', list.id)) {
      const known = Date.parse(now) - Date.parse(until) < shared ? await this.shelf.get(issue) : undefined;
      if (known && String(keysOf(known).sort()) === String(keys)) return known;
    }
    const draft = this.maker.notice(list, await this.#free(list), facts);
    const [tellable, wanted] = [[this.shelf.tellable(draft)], new Wanted()];
    return receivers.some((one) => wanted.letter(one, tellable)) ? this.maker.record(draft) : undefined;
  }

  /** What a notice can be called: by its minute, or the next one that is free. */
  async #free(list: DeployedList): Promise<IssueId> {
    for (let moment = Date.parse(this.clock.now()); ; moment += 60_000) {
      const issue = issueId(list.id, 'notice', new Date(moment).toISOString(), list.zone);
      if ((await this.shelf.get(issue)) === undefined) return issue;
    }
  }

  *#intended(letters: ReadonlyMap<Receiver, readonly ComposedIssue[]>): Generator<Intention> {
    const wanted = new Wanted();
    for (const [receiver, notices] of letters) {
      const letter = wanted.letter(receiver, this.shelf.together(notices));
      if (letter) yield letter;
    }
  }
}

const keysOf = ({ content: { upcoming, votes = [] } }: ComposedIssue): string[] =>
  [...upcoming, ...votes].map(keyOfFact);
