// eslint-disable-next-line no-restricted-imports -- it computes: it knows no file, no network and no process
import { constants, gunzipSync } from 'node:zlib';
import { UnreadableDocument } from './source-format.js';

/** How large a document may be, unpacked; no larger one is fetched either. */
const largest = 10_000_000;
/** Some servers pack what their program has packed already. */
const mostLayers = 2;

const isPacked = (body: Uint8Array): boolean => body[0] === 0x1f && body[1] === 0x8b && body[2] === 0x08;

/** A body that is gzip once HTTP's own packing is off, as a file `feed.xml.gz` is: unpacked, as far as it goes where it breaks off. */
export const unpacked = (body: Uint8Array): Uint8Array => {
  let found = body;
  for (let layer = 0; layer < mostLayers && isPacked(found); layer++)
    try {
      found = gunzipSync(found, { maxOutputLength: largest, finishFlush: constants.Z_SYNC_FLUSH });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
        throw new UnreadableDocument(`gzip of more than ${largest / 1_000_000} MB`);
      return found;
    }
  return found;
};
