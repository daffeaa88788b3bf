import { Inject, Injectable } from '@nestjs/common';
import { knownEvent } from '@relais/catalogue';
import type { IssueEvent } from '@relais/digest';
import type { EventOf } from '@relais/event-sourcing';
import type { TellableIssue } from '@relais/digests';
import { EventStore } from '@relais/event-store';
import type { IssueId } from '@relais/vocabulary';
import { tellableIssue } from '../../correspondence/tellable.js';
import { stillToCome } from './still-to-come.js';
import { Deployment } from '../../wiring/deployment.js';

export type ComposedIssue = EventOf<IssueEvent, 'digest.composed'>['data'];

/** So many issues are kept at hand. */
const most = 200;

/** Issues that were composed, from the log, complete or not. */
@Injectable()
export class IssueShelf {
  readonly #issues = new Map<IssueId, ComposedIssue>();
  readonly #together = new Map<string, readonly TellableIssue[]>();

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Deployment) private readonly deployment: Deployment,
  ) {}

  /** Resolves to undefined for one that was not composed. */
  async get(issue: IssueId): Promise<ComposedIssue | undefined> {
    const kept = this.#issues.get(issue);
    if (kept) return kept;
    for await (const event of this.store.read(`digest-${issue}`)) {
      const known = knownEvent(event);
      if (known.type !== 'digest.composed') continue;
      const [oldest] = this.#issues.keys();
      if (this.#issues.size >= most && oldest !== undefined) this.#issues.delete(oldest);
      this.#issues.set(issue, known.data);
      return known.data;
    }
    return undefined;
  }

  /** With the names of whom it is from, as the configuration has them. */
  tellable(composed: ComposedIssue): TellableIssue {
    return tellableIssue(this.deployment, composed);
  }

  /** As one letter tells them: what was over when the newest was composed is not told any more. The same issues give the same. */
  together(issues: readonly ComposedIssue[]): readonly TellableIssue[] {
    const key = issues.map(({ issue }) => issue).join(' ');
    const known = this.#together.get(key);
    if (known) return known;
    const now = Math.max(...issues.map(({ period }) => Date.parse(period.until)));
    const told = issues.map((one) => ({ ...this.tellable(one), content: stillToCome(one.content, now) }));
    if (this.#together.size >= most) this.#together.clear();
    this.#together.set(key, told);
    return told;
  }
}
