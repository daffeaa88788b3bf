import { randomUUID } from 'node:crypto';
import type { Metadata, Recorded } from '@relais/event-sourcing';
import type { Link } from '../chain.js';

/** An event as {@link eventColumns} read it from the log. */
export type EventRow = readonly [
  position: number,
  id: string,
  stream: string,
  version: number,
  type: string,
  data: string,
  at: string,
  metadata: string,
];

/** The id as text: a piece of memory of its own for each would be the dearest part of reading. */
export const eventColumns =
  'event.position, hex(event.id), stream.name, event.version, event_type.name, event.data, event.at, event.metadata';

/** A UUID as its 16 bytes. */
export const blobOf = (id: string): Uint8Array => Buffer.from(id.replaceAll('-', ''), 'hex');

/**
 * A UUID of version 7 (RFC 9562): it begins with the time, so that ids that are made one after another are neighbours in
 * the index. With random ones, each event of an append would rewrite another page of it.
 */
export const newId = (): string => {
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
};

/** A UUID of its 32 digits. */
export const uuidOf = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`.toLowerCase();

export const recordedOf = ([position, id, stream, version, type, data, at, metadata]: EventRow): Recorded => ({
  id: uuidOf(id),
  type,
  data: JSON.parse(data) as object,
  stream,
  version,
  position: BigInt(position),
  recordedAt: at,
  ...(metadata !== '{}' && { metadata: JSON.parse(metadata) as Metadata }),
});

/** The same and the hash that was written down with it, in hexadecimal. */
export type LinkRow = readonly [...EventRow, hash: string];

export const linkColumns = `${eventColumns}, lower(hex(event.hash))`;

export const linkOf = ([position, id, stream, version, type, data, at, metadata, hash]: LinkRow): Link => ({
  position: BigInt(position),
  id: uuidOf(id),
  ...{ stream, version, type, data, metadata, hash },
  recordedAt: at,
});
