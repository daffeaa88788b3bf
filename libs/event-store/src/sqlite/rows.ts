import { randomUUID } from 'node:crypto';
import type { Recorded } from '@relais/event-sourcing';

/** An event as {@link eventColumns} read it from the log. */
export type EventRow = readonly [
  position: number,
  id: string,
  stream: string,
  version: number,
  type: string,
  data: string,
  at: string,
];

/** The id as text: a piece of memory of its own for each would be the dearest part of reading. */
export const eventColumns =
  'event.position, hex(event.id), stream.name, event.version, event_type.name, event.data, event.at';

/** A UUID as its 16 bytes; throws for anything else. */
export const blobOf = (id: string): Uint8Array => {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) throw new Error(`«${id}» is not a UUID`);
  return Buffer.from(id.replaceAll('-', ''), 'hex');
};

/**
 * A UUID of version 7 (RFC 9562): it begins with the time, so that ids that are made one after another are neighbours in
 * the index. With random ones, each event of an append would rewrite another page of it.
 */
export const newId = (): Uint8Array => {
  const id = Buffer.from(blobOf(randomUUID()));
  id.writeUIntBE(Date.now(), 0, 6);
  id.writeUInt8((id.readUInt8(6) & 0x0f) | 0x70, 6);
  return id;
};

const uuidOf = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`.toLowerCase();

export const recordedOf = ([position, id, stream, version, type, data, at]: EventRow): Recorded => ({
  id: uuidOf(id),
  type,
  data: JSON.parse(data) as object,
  stream,
  version,
  position: BigInt(position),
  recordedAt: at,
});
