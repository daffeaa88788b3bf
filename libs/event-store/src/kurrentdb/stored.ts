import { jsonEvent, type AllStreamRecordedEvent, type EventData, type ResolvedEvent } from '@eventstore/db-client';
import type { Metadata, Recorded } from '@relais/event-sourcing';
import type { Link } from '../chain.js';

/** What the server gives back, for an event of a stream and of the whole log. */
export type Stored = NonNullable<ResolvedEvent['event']> & Pick<AllStreamRecordedEvent, 'position'>;

/** Names that the server keeps for itself begin so. */
const reserved = '$';

export const isReserved = (name: string): boolean => name.startsWith(reserved);

/** Events of the server's own: what it counts, who may read what, which stream was deleted. They are no part of the log. */
export const isOurs = ({ streamId, type }: Stored): boolean => !isReserved(streamId) && !isReserved(type);

/** What a server before 22.6 says where it knows no position. */
const unknown = 0xffff_ffff_ffff_ffffn;

export const positionOf = ({ position, id }: Stored): bigint => {
  const commit = (position as { commit: bigint } | undefined)?.commit;
  if (commit === undefined || commit === unknown)
    throw new Error(`the event store does not say where event ${id} stands: it must be of version 22.6 or later`);
  return commit;
};

/** From 1; the server counts revisions from 0. */
export const versionOf = ({ revision }: Stored): number => Number(revision) + 1;

/** The time is ours, so that it stays when a log is copied; what others wrote has the server's. */
const knownOf = ({ metadata, created }: Stored): { recordedAt: string; known: object } => {
  const isObject = typeof metadata === 'object' && metadata !== null && !(metadata instanceof Uint8Array);
  const { recordedAt, ...known } = (isObject ? metadata : {}) as { recordedAt?: string };
  return { recordedAt: recordedAt ?? created.toISOString(), known };
};

const placeOf = (stored: Stored) => ({
  position: positionOf(stored),
  id: stored.id.toLowerCase(),
  stream: stored.streamId,
  version: versionOf(stored),
  type: stored.type,
});

export const recordedOf = (stored: Stored): Recorded => {
  const { recordedAt, known } = knownOf(stored);
  const metadata = Object.keys(known).length > 0 && { metadata: known as Metadata };
  return { ...placeOf(stored), data: stored.data, recordedAt, ...metadata };
};

/** JSON of what was read is the text that was written: both were made by the same function. */
export const linkOf = (stored: Stored): Link => {
  const { recordedAt, known } = knownOf(stored);
  return { ...placeOf(stored), recordedAt, metadata: JSON.stringify(known), data: JSON.stringify(stored.data) };
};

/** An event as it is sent. */
export const sentOf = ({
  id,
  type,
  data,
  metadata,
  recordedAt,
}: Omit<Link, 'position' | 'hash' | 'stream' | 'version'>): EventData =>
  jsonEvent({
    id,
    type,
    data: JSON.parse(data) as Record<string, unknown>,
    metadata: { ...(JSON.parse(metadata) as object), recordedAt },
  });
