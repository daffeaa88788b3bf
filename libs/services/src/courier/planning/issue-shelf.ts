import { Inject, Injectable } from '@nestjs/common';
import { knownEvent } from '@relais/catalogue';
import type { IssueEvent } from '@relais/digest';
import type { EventOf } from '@relais/event-sourcing';
import type { TellableIssue } from '@relais/digests';
import { EventStore } from '@relais/event-store';
import type { IssueId } from '@relais/vocabulary';
import { Deployment } from '../../wiring/deployment.js';

export type ComposedIssue = EventOf<IssueEvent, 'digest.composed'>['data'];

/** So many issues are kept at hand. */
const most = 200;

/** Issues that were composed, from the log, complete or not. */
@Injectable()
export class IssueShelf {
  readonly #issues = new Map<IssueId, ComposedIssue>();

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
    const { issue, date, content, cadence, assembly, list } = composed;
    const { profile, lists } = this.deployment.assembly(assembly);
    return {
      ...{ issue, date, content, city: profile.city, zone: profile.zone, assemblyName: profile.name },
      listName: lists.find(({ id }) => id === list)?.name ?? profile.name,
      publicUrl: this.deployment.settings.publicUrl,
      ...(cadence && { cadence }),
    };
  }
}
