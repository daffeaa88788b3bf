import type { Verdict } from '@relais/ruling';
import type { AdminId, Basis, GatheringId, RulingId } from '@relais/vocabulary';

/** Two announcements, each said by itself or by its gathering: `/rencontres/{id}`, `{id}`, or `source item`. */
export type Asked = Readonly<{ verdict: Verdict; one: string; other: string }>;

/** What a moderator wants done. Plain JSON, so that it goes over a socket. */
export type Order =
  | Readonly<Asked & { act: 'rule'; by: AdminId; note?: string }>
  | Readonly<{ act: 'revoke'; ruling: RulingId; by: AdminId }>;

/** An announcement that goes from one gathering to another. */
export type Move = Readonly<{ announcement: Basis; title: string; from?: GatheringId; to: GatheringId }>;

export type Refusal =
  | { type: 'unknown-gathering'; asked: string }
  | { type: 'unknown-announcement'; asked: string }
  /** All of its announcements were withdrawn, or went to another. */
  | { type: 'nobody-announces'; gathering: GatheringId }
  | { type: 'one-announcement'; announcement: Basis }
  | { type: 'already-ruled'; ruling: RulingId }
  /** With these standing, it cannot hold: they are to be revoked first. */
  | { type: 'contradicts'; rulings: readonly RulingId[] }
  | { type: 'unknown-admin'; by: string }
  | { type: 'never-made'; ruling: RulingId }
  | { type: 'already-revoked'; ruling: RulingId };

/** What a ruling is about, and what it moves, or would. */
export type Previewed = Readonly<{ announcements: readonly [Basis, Basis]; moves: readonly Move[] }>;

export type Done = Readonly<{ ruling: RulingId; announcements?: readonly [Basis, Basis]; moves: readonly Move[] }>;

export type Outcome<Result> = { done: Result } | { refused: Refusal };
