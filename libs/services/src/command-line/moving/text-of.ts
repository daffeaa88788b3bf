import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Unavailable } from '../../wiring/unavailable.js';

/** What comes, unpacked where it is packed with gzip: by its first bytes, whatever it is called. */
export async function* unpacked(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const rest = chunks[Symbol.asyncIterator]();
  let first: Uint8Array = new Uint8Array();
  for (let next = await rest.next(); !next.done; next = await rest.next()) {
    first = Buffer.concat([first, next.value]);
    if (first.length >= 2) break;
  }
  const all = joined(first, rest);
  if (first[0] !== 0x1f || first[1] !== 0x8b) {
    yield* all;
    return;
  }
  try {
    yield* Readable.from(all).pipe(createGunzip()) as AsyncIterable<Uint8Array>;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    // Cut off: what was whole was given, and whoever reads it misses its end.
    if (code === 'Z_BUF_ERROR') return;
    throw new Unavailable(`it cannot be unpacked: ${message}; nothing of this part was used. Get the file anew`, {
      cause: error,
    });
  }
}

async function* joined(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncIterable<Uint8Array> {
  if (first.length > 0) yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}
