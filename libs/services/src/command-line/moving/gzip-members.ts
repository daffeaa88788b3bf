import type { FileHandle } from 'node:fs/promises';
import { promisify } from 'node:util';
import { crc32, deflateRaw, gunzip } from 'node:zlib';

/**
 * A gzip file may be of several members one after another (RFC 1952, 2.2). Each of ours says its length in a field of its
 * header (2.3.1.1), so that a file that was cut anywhere is known to be whole up to a member, and is gone on with there.
 */
const headerLength = 20;
const subfield = 'RL';
const inflated = promisify(gunzip) as (bytes: Uint8Array) => Promise<Buffer>;
const deflated = promisify(deflateRaw) as (bytes: Uint8Array) => Promise<Buffer>;

/** These bytes as one member. */
export const gzipMember = async (bytes: Uint8Array): Promise<Buffer> => {
  const body = await deflated(bytes);
  const header = Buffer.from([0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 255, 8, 0, ...Buffer.from(subfield), 4, 0, 0, 0, 0, 0]);
  const trailer = Buffer.alloc(8);
  header.writeUInt32LE(headerLength + body.length + trailer.length, 16);
  trailer.writeUInt32LE(crc32(bytes), 0);
  trailer.writeUInt32LE(bytes.length % 2 ** 32, 4);
  return Buffer.concat([header, body, trailer]);
};

/** The last whole member of ours in a file: where it begins and ends, and what it holds. */
export const lastMember = async (file: FileHandle): Promise<{ start: number; end: number; text: string }> => {
  const { size } = await file.stat();
  const header = Buffer.alloc(headerLength);
  let [start, end] = [0, 0];
  for (;;) {
    const { bytesRead } = await file.read(header, 0, headerLength, end);
    const isOurs = header.readUInt16BE(0) === 0x1f8b && header.toString('latin1', 12, 14) === subfield;
    const next = end + header.readUInt32LE(16);
    if (bytesRead < headerLength || !isOurs || next <= end + headerLength || next > size) break;
    [start, end] = [end, next];
  }
  const member = Buffer.alloc(end - start);
  await file.read(member, 0, member.length, start);
  return { start, end, text: end === 0 ? '' : (await inflated(member)).toString() };
};
