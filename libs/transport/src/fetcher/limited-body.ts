import { pipeline } from 'node:stream/promises';
import { Writable, type Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { FetchFailed } from './fetcher.js';

/** The most that a document may be, decoded: 10 MB. */
export const largest = 10_000_000;

const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: () => createGunzip(),
  'x-gzip': () => createGunzip(),
  br: () => createBrotliDecompress(),
  deflate: () => createInflate(),
};

/**
 * Keeps what is written, up to {@link largest}. Copied into one growing buffer: a body that comes byte by byte would
 * otherwise hold an object, and the socket's whole read buffer, for every byte.
 */
class Collected extends Writable {
  #bytes = Buffer.allocUnsafe(65_536);
  #size = 0;

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error) => void): void {
    const size = this.#size + chunk.length;
    if (size > largest)
      return done(new FetchFailed('too-large', `more than ${largest / 1_000_000} MB, the rest was not read`));
    if (size > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.min(largest, Math.max(size, this.#bytes.length * 2)));
      this.#bytes.copy(larger, 0, 0, this.#size);
      this.#bytes = larger;
    }
    chunk.copy(this.#bytes, this.#size);
    this.#size = size;
    done();
  }

  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#size);
  }
}

/** The body decoded, never more than {@link largest} of it in memory; rejects with FetchFailed `too-large` or `unreachable`. */
export const limitedBody = async (body: Readable, coding = 'identity'): Promise<Uint8Array> => {
  const name = coding.trim().toLowerCase();
  const decoder = Object.hasOwn(decoders, name) ? decoders[name]?.() : undefined;
  if (decoder === undefined && !['', 'identity'].includes(name)) {
    body.on('error', () => undefined).destroy();
    throw new FetchFailed('unreachable', `the server sent the coding «${coding}», which was not asked for`);
  }
  const collected = new Collected();
  try {
    await (decoder === undefined ? pipeline(body, collected) : pipeline(body, decoder, collected));
  } catch (error) {
    if (error instanceof FetchFailed) throw error;
    throw new FetchFailed('unreachable', `the document broke off: ${(error as Error).message}`, { cause: error });
  }
  return collected.bytes;
};
