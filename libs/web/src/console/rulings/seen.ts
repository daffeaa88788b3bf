import type { AnnouncementRow, GatheringRow } from '@relais/read-models';
import type { Basis, GatheringId, Instant, RulingId } from '@relais/vocabulary';

/** What a moderator can say of two announcements. */
export type Verdict = 'same' | 'apart';

/** An announcement that a ruling is about, and the gathering that it speaks of today, if any. */
export type RuledOn = Basis & Readonly<{ title: string; gathering?: GatheringId }>;

/** A ruling, as it stands in the list of them. */
export type RulingLine = Readonly<{
  ruling: RulingId;
  verdict: Verdict;
  by: string;
  at: Instant;
  note?: string;
  announcements: readonly [RuledOn, RuledOn];
  /** It holds no more. */
  revoked?: Readonly<{ by: string; at: Instant }>;
}>;

/** An announcement that goes from one gathering to another. */
export type ForeseenMove = Readonly<{ announcement: Basis; title: string; from?: GatheringId; to: GatheringId }>;

/** Why nothing was ruled or undone. */
export type RulingRefused = Readonly<
  | { type: 'already-ruled' | 'never-made' | 'already-revoked'; ruling: RulingId }
  | { type: 'contradicts'; rulings: readonly RulingId[] }
  | { type: 'unknown-gathering' | 'unknown-announcement' | 'nobody-announces' | 'one-announcement' | 'unknown-admin' }
  /** No collector runs, so nobody can record it. */
  | { type: 'nobody-collects' }
>;

/** What a ruling would do, were it made now. */
export type Foreseen = Readonly<{ moves: readonly ForeseenMove[] }> | Readonly<{ refused: RulingRefused }>;

/** What is looked at: two gatherings that may be one, or an announcement that may not belong to its gathering. */
export type RulingCase =
  | Readonly<{ kind: 'two'; one: GatheringRow; other: GatheringRow; same: Foreseen; apart: Foreseen }>
  | Readonly<{ kind: 'part'; whole: GatheringRow; announcement: AnnouncementRow; apart: Foreseen }>
  /** The other one is still to be named, or an announcement of this one. */
  | Readonly<{ kind: 'one'; one: GatheringRow }>;

export type AskedProblem = 'missing' | 'unknown' | 'not-announced' | 'the-same';

/** What was asked for and typed, by field. */
export type RulingFields = Readonly<{ une: string; autre: string; annonce: string; note: string }>;

export type RulingsSeen = Readonly<{
  values: RulingFields;
  errors?: Readonly<{ une?: AskedProblem; autre?: AskedProblem; note?: 'too-long' }>;
  case?: RulingCase;
  refused?: RulingRefused;
  /** The newest first. */
  rulings: readonly RulingLine[];
  /** One that was just made, or undone. */
  done?: RulingLine;
  /** The pages do not show yet what was decided. */
  applying?: boolean;
}>;
