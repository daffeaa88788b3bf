import { createHash } from 'node:crypto';

/** Where the samples' names live: a UUID of our own (RFC 9562, 5.5). */
const samples = Buffer.from('5e1a15c0a55e4b1e8a5cc0de5a3b1e50', 'hex');

/** The UUIDv5 of a sample's name, as Mobilizon identifies its events: the same name gives the same UUID. */
export const sampleUuid = (name: string): string => {
  const hash = createHash('sha1').update(samples).update(name).digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  return hash.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
};
