import { Inject, Injectable } from '@nestjs/common';
import { digestLetter, filled, issueDifference, type Edition, type IssueDifference } from '@relais/digests';
import type { HtmlLetter } from '@relais/digests';
import { isPaused } from '@relais/mailing-list';
import { Clock, type IssueId, type Language } from '@relais/vocabulary';
import { Deployment, type DeployedList } from '../wiring/deployment.js';
import { IssueShelf, type ComposedIssue } from './issues/issue-shelf.js';
import { PlanKeeper } from './planning/plan-keeper.js';
import { carrierOf } from './planning/roster.js';
import { Wanted } from './planning/wanted.js';
import { WholeList } from './planning/whole-list.js';

/** How many have the letter in one way. */
export type Copies = Pick<Edition, 'language' | 'length' | 'format'> & Readonly<{ letters: number }>;

/** What an issue would come to if it were sent now. */
export type Foreseen = Readonly<{
  copies: readonly Copies[];
  /** Who receives the list and would have none: letters are paused, or nothing in it is of what they chose. */
  without: Readonly<{ paused: number; nothing: number }>;
  /** The issue that it is compared with; absent where it is the first. */
  previous?: IssueId;
  difference: IssueDifference;
  /** The whole of it, as whoever chose nothing has it; with links that lead nowhere. */
  letter: HtmlLetter;
}>;

/** Shows an issue of a month before it leaves: to whom it would go, and what is new in it. Records nothing. */
@Injectable()
export class Foreseeing {
  constructor(
    @Inject(PlanKeeper) private readonly keeper: PlanKeeper,
    @Inject(IssueShelf) private readonly shelf: IssueShelf,
    @Inject(WholeList) private readonly wholeList: WholeList,
    @Inject(Deployment) private readonly deployment: Deployment,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** To be called when the keeper is in step with the log. */
  async foresee(list: DeployedList, composed: ComposedIssue, language: Language): Promise<Foreseen> {
    const previous = await this.#before(list, composed.issue);
    return {
      ...this.#receivers(list, composed),
      ...(previous && { previous: previous.issue }),
      difference: issueDifference(previous?.content, composed.content),
      letter: this.#letter(composed, language),
    };
  }

  async #before({ id }: DeployedList, issue: IssueId): Promise<ComposedIssue | undefined> {
    const others = this.keeper.issued.chain('month', id).filter((one) => one.issue !== issue && !one.isRejected);
    const last = others.at(-1);
    return last && this.shelf.get(last.issue);
  }

  #receivers(list: DeployedList, composed: ComposedIssue): Pick<Foreseen, 'copies' | 'without'> {
    const [issues, wanted, now] = [[this.shelf.tellable(composed)], new Wanted(), Date.parse(this.clock.now())];
    const copies = new Map<string, Copies>();
    const without = { paused: 0, nothing: 0 };
    for (const receiver of this.wholeList.receivers(list)) {
      const preferences = carrierOf(receiver)?.preferences;
      if (preferences === undefined) continue;
      if (isPaused(now, preferences)) without.paused++;
      else if (!wanted.of(preferences, issues)) without.nothing++;
      else {
        const { language, length, format } = preferences;
        const key = `${language} ${length} ${format}`;
        copies.set(key, { language, length, format, letters: (copies.get(key)?.letters ?? 0) + 1 });
      }
    }
    const most = (one: Copies, other: Copies): number => other.letters - one.letters;
    return { copies: [...copies.values()].sort(most), without };
  }

  /** Nobody's token is made for it. */
  #letter(composed: ComposedIssue, language: Language): HtmlLetter {
    const to = (page: string): string => `${this.deployment.settings.publicUrl}/abonnement/${page}?jeton=…`;
    return filled(digestLetter({ ...this.shelf.tellable(composed), language }), {
      ...{ leave: to('quitter'), preferences: to('preferences'), why: to('pourquoi'), answer: '…' },
    });
  }
}
