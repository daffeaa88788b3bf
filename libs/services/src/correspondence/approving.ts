import { Inject, Injectable } from '@nestjs/common';
import { digest as digestDecider, type DigestRefusal } from '@relais/digest';
import { EventStore, handle } from '@relais/event-store';
import type { AdminId, IssueId } from '@relais/vocabulary';

/** What somebody decides about an issue that waits; with a rejection goes why. */
export type Ruled = Readonly<{ issue: IssueId; by: AdminId }> &
  (Readonly<{ verdict: 'approve' }> | Readonly<{ verdict: 'reject'; note: string }>);

/** `not-waiting`: it was approved or rejected before, is complete, or never had to be approved. */
export type Approved = 'done' | Exclude<DigestRefusal['type'], 'already-composed'>;

/** Puts on record that an issue may leave, or must not: whoever sends reads it there. */
@Injectable()
export class Approving {
  constructor(@Inject(EventStore) private readonly store: EventStore) {}

  async rule(ruled: Ruled): Promise<Approved> {
    const { issue, by } = ruled;
    const command =
      ruled.verdict === 'approve'
        ? ({ type: 'approve', issue, by } as const)
        : ({ type: 'reject', issue, by, note: ruled.note } as const);
    const decision = await handle(this.store, `digest-${issue}`, digestDecider, command);
    if (!('refused' in decision)) return 'done';
    return decision.refused.type === 'not-composed' ? 'not-composed' : 'not-waiting';
  }
}
