import { constants, gunzipSync } from 'node:zlib';
import { FetchFailed } from './fetcher.js';
import { largeFrom, largest, mostUnfolded } from './size-limits.js';

/** Some servers pack what their program has packed already. */
const mostLayers = 2;

const isPacked = (body: Uint8Array): boolean => body[0] === 0x1f && body[1] === 0x8b && body[2] === 0x08;

/**
 * A body that is gzip once HTTP's own coding is off, as a file `feed.xml.gz` is: unpacked, as far as it goes where it breaks
 * off. What only begins like gzip stays as it is. Throws FetchFailed `too-large` as for any other coding.
 */
export const unpacked = (body: Uint8Array): Uint8Array => {
  let found = body;
  for (let layer = 0; layer < mostLayers && isPacked(found); layer++) {
    const inner = gunzipped(found);
    if (inner === undefined) return found;
    found = inner;
    if (found.length > largeFrom && found.length > body.length * mostUnfolded)
      throw new FetchFailed('too-large', `it unfolds to more than ${mostUnfolded} times what was sent`);
  }
  return found;
};

const gunzipped = (body: Uint8Array): Uint8Array | undefined => {
  try {
    return gunzipSync(body, { maxOutputLength: largest, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') return undefined;
    throw new FetchFailed('too-large', `more than ${largest / 1_000_000} MB, the rest was not read`, { cause: error });
  }
};
