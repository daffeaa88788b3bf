import type { SourceDescription } from '@relais/assembly';
import type { FailureReason, Refusal } from '@relais/source';
import type { AssemblyId, Instant, SourceId } from '@relais/vocabulary';

/** A source and its health. Its key is the source's id. */
export type SourceRow = SourceDescription &
  Readonly<{
    source: SourceId;
    assembly: AssemblyId;
    /** `failing`: it cannot be read for now. `gone`: it is asked no more. `silent`: it can be read, and shows nothing new. */
    status: 'unread' | 'ok' | 'failing' | 'gone' | 'silent';
    /** Since when it has this status. */
    since: Instant;
    /** Why it cannot be read, when it is failing or gone. */
    reason?: FailureReason;
    /** When it could be read for the last time, when it is failing or gone and that is known. */
    lastRead?: Instant;
    /** Where it is read now, when that is not at its `url`. */
    movedTo?: string;
    /** Which items of its document cannot be used, and since when these are they. */
    refused?: Readonly<{ refused: number; first: readonly Refusal[]; since: Instant }>;
    /** For how many days it had shown nothing new, and after how many it usually does; until the next item. */
    silent?: Readonly<{ days: number; usual: number }>;
    /** How many items it shows. */
    items: number;
    /** When it last showed something new or changed. */
    lastNewsAt?: Instant;
    /** Nobody reads it any more; what is known of it is kept for the case that it is added again. */
    removed?: true;
  }>;
