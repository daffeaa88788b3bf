import type { FailureReason } from '@relais/source';
import type { SourceId } from '@relais/vocabulary';

/** What reading a source once came to. */
export type SourceOutcome = Readonly<{
  source: SourceId;
  /** `postponed`: its host asked to be left alone, and was. */
  outcome: 'read' | 'not-modified' | 'failed' | 'postponed';
  items: number;
  /** How many events it made: its own, and those of the gatherings it speaks of. */
  events: number;
  /** Items of the document that could not be used, in words. */
  errors: readonly string[];
  reason?: FailureReason;
}>;
