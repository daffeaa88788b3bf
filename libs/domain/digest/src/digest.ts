import { accept, refuse, type Decider, type Decision, type EventOf } from '@relais/event-sourcing';
import type { AdminId, IssueId } from '@relais/vocabulary';
import type { DigestEvent } from './events.js';

export type IssueEvent = Extract<DigestEvent, { type: `digest.${string}` }>;

export type DigestCommand =
  | { type: 'compose'; composed: EventOf<DigestEvent, 'digest.composed'>['data'] }
  | { type: 'approve'; issue: IssueId; by: AdminId }
  | { type: 'reject'; issue: IssueId; by: AdminId; note: string }
  | { type: 'fail'; issue: IssueId; language: string; detail: string }
  | { type: 'complete'; issue: IssueId; letters: number };

export type DigestRefusal =
  | { type: 'already-composed'; issue: IssueId }
  | { type: 'not-composed'; issue: IssueId }
  | { type: 'not-waiting'; issue: IssueId };

/** `waiting`: for somebody's approval. `failed`: what is known not to render, so that it is told once. */
type Digest =
  | { status: 'unknown' }
  | { status: 'waiting' | 'composed' | 'rejected' | 'completed'; failed: Readonly<Record<string, string>> };

const decide = (command: DigestCommand, state: Digest): Decision<IssueEvent, DigestRefusal> => {
  if (command.type === 'compose')
    return state.status === 'unknown'
      ? accept({ type: 'digest.composed', data: command.composed })
      : refuse({ type: 'already-composed', issue: command.composed.issue });
  const { issue } = command;
  if (state.status === 'unknown') return refuse({ type: 'not-composed', issue });
  switch (command.type) {
    case 'approve':
      return state.status === 'waiting'
        ? accept({ type: 'digest.approved', data: { issue, by: command.by } })
        : refuse({ type: 'not-waiting', issue });
    case 'reject':
      return state.status === 'waiting'
        ? accept({ type: 'digest.rejected', data: { issue, by: command.by, note: command.note } })
        : refuse({ type: 'not-waiting', issue });
    case 'fail': {
      const { language, detail } = command;
      return state.failed[language] === detail
        ? accept()
        : accept({ type: 'digest.failed', data: { issue, language, detail } });
    }
    case 'complete':
      return state.status === 'completed'
        ? accept()
        : accept({ type: 'digest.completed', data: { issue, letters: command.letters } });
  }
};

const evolve = (state: Digest, event: IssueEvent): Digest => {
  const failed = 'failed' in state ? state.failed : {};
  switch (event.type) {
    case 'digest.composed':
      return { status: event.data.needsApproval ? 'waiting' : 'composed', failed };
    case 'digest.approved':
      return { status: 'composed', failed };
    case 'digest.rejected':
      return { status: 'rejected', failed };
    case 'digest.failed':
      return state.status === 'unknown'
        ? state
        : { ...state, failed: { ...failed, [event.data.language]: event.data.detail } };
    case 'digest.completed':
      return { status: 'completed', failed };
  }
};

/** One issue: composed once, approved where somebody must, complete when each of its letters came to an end. */
export const digest: Decider<Digest, DigestCommand, IssueEvent, DigestRefusal> = {
  initial: { status: 'unknown' },
  decide,
  evolve,
};
