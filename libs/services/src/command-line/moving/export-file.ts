import { createReadStream, existsSync } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  exportedLog,
  exportLines,
  linesOf,
  LogsPart,
  type EventStore,
  type ExportRange,
  type Extent,
} from '@relais/event-store';
import { Unavailable } from '../../wiring/unavailable.js';
import { gzipMember } from './gzip-members.js';
import { flushed } from './on-disk.js';
import { unpacked } from './text-of.js';
import { usablePart } from './unfinished.js';

type Progress = (events: number) => void;

/**
 * Exports a log into a file, which bears its name once it is whole and on the disk, and was read again. What an export
 * before it left unfinished (`FILE.partial`) is gone on with.
 */
export const exportToFile = async (
  store: EventStore,
  range: ExportRange,
  file: string,
  progress: Progress,
): Promise<Extent> => {
  if (existsSync(file)) throw new Unavailable(`${file} is there already: name another file, or remove it first`);
  await mkdir(dirname(file), { recursive: true });
  const partial = `${file}.partial`;
  await written(store, range, partial, file.endsWith('.gz'), progress);
  const extent = await readAgain(partial);
  await flushed(partial);
  await rename(partial, file);
  await flushed(dirname(file));
  return extent;
};

const written = async (
  store: EventStore,
  range: ExportRange,
  partial: string,
  isPacked: boolean,
  progress: Progress,
): Promise<void> => {
  const handle = await open(partial, 'a+', 0o600);
  try {
    const end = await usablePart(handle, isPacked);
    await handle.truncate(end);
    const chunks = end === 0 ? none() : createReadStream(partial, { end: end - 1 });
    const soFar = linesOf(unpacked(chunks));
    let events = 0;
    for await (const lines of exportLines(store, range, new Date().toISOString(), soFar)) {
      const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
      await handle.appendFile(isPacked ? await gzipMember(bytes) : bytes);
      progress((events += lines.length));
    }
  } catch (error) {
    if (error instanceof LogsPart || error instanceof Unavailable)
      throw new Unavailable(
        `${partial} cannot be gone on with: ${error.message}. The log is as it was; remove that file to begin anew`,
        { cause: error },
      );
    throw error;
  } finally {
    await handle.close();
  }
};

async function* none(): AsyncIterable<Uint8Array> {}

const readAgain = async (file: string): Promise<Extent> => {
  const { after, pages } = await exportedLog(linesOf(unpacked(createReadStream(file))));
  let extent = after;
  for await (const page of pages) {
    const last = page.at(-1);
    if (last) extent = { events: last.number, hash: last.hash };
  }
  return extent;
};
