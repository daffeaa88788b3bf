import type { HubEvent } from '@relais/catalogue';
import type { Cadence } from '@relais/digest';
import type { AssemblyId, Instant, IssueId } from '@relais/vocabulary';

/** An issue that all its readers have. */
export type Complete = Readonly<{ issue: IssueId; assembly: AssemblyId; cadence: Cadence; until: Instant }>;

/** Issues that are complete, in the order in which they became so; folded from the log. */
export class CompleteIssues {
  readonly types: readonly HubEvent['type'][] = ['digest.composed', 'digest.completed'];
  readonly #composed = new Map<IssueId, Complete>();

  /** The issue that this event completes. */
  evolve(event: HubEvent): Complete | undefined {
    if (event.type === 'digest.composed') {
      const { issue, assembly, cadence = 'month', period } = event.data;
      if (cadence === 'month' || cadence === 'week')
        this.#composed.set(issue, { issue, assembly, cadence, until: period.until });
      return undefined;
    }
    if (event.type !== 'digest.completed') return undefined;
    const { issue } = event.data;
    const complete = this.#composed.get(issue);
    this.#composed.delete(issue);
    return complete;
  }
}

/** People have their week's letter on a day of their choosing, and each day has an issue: these are of the same week. */
export const periodOf = ({ issue, cadence }: Complete): string =>
  cadence === 'week' ? issue.replace(/-\d$/, '') : issue;
