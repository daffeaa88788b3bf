import { pipeline } from 'node:stream/promises';
import { Transform, Writable, type Readable } from 'node:stream';
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

/** The body decoded, never more than {@link largest} of it in memory; rejects with FetchFailed `too-large` or `unreachable`. */
export const limitedBody = async (body: Readable, coding = 'identity'): Promise<Uint8Array> => {
  const chunks: Buffer[] = [];
  let size = 0;
  const collect = new Writable({
    write(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      chunks.push(chunk);
      done(
        size > largest
          ? new FetchFailed('too-large', `more than ${largest / 1_000_000} MB, the rest was not read`)
          : null,
      );
    },
  });
  const decoder = decoders[coding.trim().toLowerCase()];
  if (decoder === undefined && !['', 'identity'].includes(coding.trim().toLowerCase()))
    throw new FetchFailed('unreachable', `the server sent the coding «${coding}», which was not asked for`);
  try {
    await (decoder === undefined ? pipeline(body, collect) : pipeline(body, decoder(), collect));
  } catch (error) {
    if (error instanceof FetchFailed || (error as Error).name === 'TimeoutError') throw error;
    throw new FetchFailed('unreachable', `the document broke off: ${(error as Error).message}`, { cause: error });
  }
  return Buffer.concat(chunks);
};
