import { Inject, Injectable } from '@nestjs/common';
import { knownEvent } from '@relais/catalogue';
import { EventStore } from '@relais/event-store';
import { letters, ReadModels, type LetterRow } from '@relais/read-models';
import type { Instant, IssueId, LetterId } from '@relais/vocabulary';
import type { OutcomesSeen } from '@relais/web/console';
import { IssueBook } from '../../../correspondence/issue-book.js';

/** Of so many refused letters it is looked up what their providers answered. */
const mostLookedUp = 500;

/** What became of the letters of an issue. */
@Injectable()
export class Outcomes {
  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(IssueBook) private readonly book: IssueBook,
  ) {}

  /** In numbers alone. */
  of(issue: IssueId): OutcomesSeen {
    const count = (status: LetterRow['status']): number => this.models.count(letters, { where: { issue, status } });
    const since = this.#oldest({ issue, status: 'unknown' });
    return {
      ...{ accepted: count('accepted'), waiting: count('intended'), deferred: count('deferred') },
      ...{ underWay: count('handed-over'), refused: count('refused'), refusals: [], unknown: count('unknown') },
      ...(since && { unknownSince: since.at }),
      ...this.#cameBack(issue),
    };
  }

  /** With what providers answered. */
  async whole(issue: IssueId): Promise<OutcomesSeen> {
    const refused = this.models.find(letters, { where: { issue, status: 'refused' }, limit: mostLookedUp });
    const codes = await Promise.all(refused.map(({ row }) => this.#codeOf(row.letter)));
    const refusals = [...Map.groupBy(codes, (code) => code)]
      .map(([code, all]) => ({ code, letters: all.length }))
      .sort((one, other) => other.letters - one.letters);
    return { ...this.of(issue), refusals };
  }

  /** Letters of whatever kind that are to leave now, and since when the oldest of them is. */
  held(waitingIssues: ReadonlySet<string>): Readonly<{ letters: number; since: Instant }> | undefined {
    const all = this.models.find(letters, { where: { status: 'intended' }, limit: 10_000 });
    const held = all.filter(({ row: { issue } }) => issue === undefined || !waitingIssues.has(issue));
    const [first] = held.map(({ row }) => row.at).sort();
    return first === undefined ? undefined : { letters: held.length, since: first };
  }

  #oldest(where: Readonly<{ issue: IssueId; status: LetterRow['status'] }>): LetterRow | undefined {
    const rows = this.models.find(letters, { where, limit: 1_000 }).map(({ row }) => row);
    return rows.sort((one, other) => Date.parse(one.at) - Date.parse(other.at))[0];
  }

  #cameBack(issue: IssueId): Pick<OutcomesSeen, 'bounced' | 'complained'> {
    const of = [...this.book.cameBack].filter(([letter]) => {
      const row = this.models.get(letters, letter);
      return row?.issue === issue || row?.further?.includes(issue);
    });
    const count = (what: 'bounced' | 'complained'): number => of.filter(([, one]) => one[what]).length;
    return { bounced: count('bounced'), complained: count('complained') };
  }

  async #codeOf(letter: LetterId): Promise<string> {
    let code = '';
    for await (const event of this.store.read(`letter-${letter}`)) {
      const known = knownEvent(event);
      if (known.type === 'letter.refused') code = known.data.code;
    }
    return code;
  }
}
