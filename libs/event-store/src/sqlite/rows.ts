import type { Recorded } from '@relais/event-sourcing';

/** An event as the log's table holds it. */
export type EventRow = Readonly<{
  position: number;
  id: Uint8Array;
  stream: string;
  version: number;
  type: string;
  data: string;
  at: string;
}>;

/** A UUID as its 16 bytes; throws for anything else. */
export const blobOf = (id: string): Uint8Array => {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) throw new Error(`«${id}» is not a UUID`);
  return Buffer.from(id.replaceAll('-', ''), 'hex');
};

const uuidOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

export const recordedOf = ({ position, id, stream, version, type, data, at }: EventRow): Recorded => ({
  id: uuidOf(id),
  type,
  data: JSON.parse(data) as object,
  stream,
  version,
  position: BigInt(position),
  recordedAt: at,
});
