import { pipeline } from 'node:stream/promises';
import { Transform, Writable, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { FetchFailed } from './fetcher.js';
import { largeFrom, largest, mostUnfolded } from './size-limits.js';
import { unpacked } from './unpacked.js';

/** Who sends fewer bytes than these within so many milliseconds is given up. */
export type Slowest = Readonly<{ bytes: number; within: number }>;

const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: () => createGunzip(),
  'x-gzip': () => createGunzip(),
  br: () => createBrotliDecompress(),
  deflate: () => createInflate(),
};

/** Counts what comes over the wire. */
class Counted extends Transform {
  count = 0;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: (error: null, chunk: Buffer) => void): void {
    this.count += chunk.length;
    done(null, chunk);
  }

  /** Gives up, from the next look on, when less came since the last than the slowest sends; returns what ends the looking. */
  watch({ bytes, within }: Slowest): () => void {
    let before = this.count;
    const look = setInterval(() => {
      if (this.count - before < bytes)
        this.destroy(new FetchFailed('timeout', `fewer than ${bytes} bytes within ${within / 1_000} s`));
      before = this.count;
    }, within);
    return () => clearInterval(look);
  }
}

/**
 * Keeps what is written, up to the largest that a document may be. Copied into one growing buffer: a body that comes byte by byte would
 * otherwise hold an object, and the socket's whole read buffer, for every byte.
 */
class Collected extends Writable {
  #bytes = Buffer.allocUnsafe(65_536);
  #size = 0;

  constructor(private readonly received: Counted) {
    super();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error) => void): void {
    const size = this.#size + chunk.length;
    if (size > largest)
      return done(new FetchFailed('too-large', `more than ${largest / 1_000_000} MB, the rest was not read`));
    if (size > largeFrom && size > this.received.count * mostUnfolded)
      return done(new FetchFailed('too-large', `it unfolds to more than ${mostUnfolded} times what was sent`));
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

/**
 * The body decoded, also where it is gzip beneath HTTP's own coding; never more than the largest that a document may be; rejects with FetchFailed `too-large`, `timeout` (too
 * slow) or `unreachable`.
 */
export const limitedBody = async (
  body: Readable,
  coding = 'identity',
  slowest: Slowest = { bytes: 1_000, within: 10_000 },
): Promise<Uint8Array> => {
  const name = coding.trim().toLowerCase();
  const decoder = Object.hasOwn(decoders, name) ? decoders[name]?.() : undefined;
  if (decoder === undefined && !['', 'identity'].includes(name)) {
    body.on('error', () => undefined).destroy();
    throw new FetchFailed('unreachable', `the server sent the coding «${coding}», which was not asked for`);
  }
  const received = new Counted();
  const collected = new Collected(received);
  const unwatch = received.watch(slowest);
  try {
    await (decoder === undefined ? pipeline(body, received, collected) : pipeline(body, received, decoder, collected));
  } catch (error) {
    if (error instanceof FetchFailed) throw error;
    throw new FetchFailed('unreachable', `the document broke off: ${(error as Error).message}`, { cause: error });
  } finally {
    unwatch();
  }
  return unpacked(collected.bytes);
};
