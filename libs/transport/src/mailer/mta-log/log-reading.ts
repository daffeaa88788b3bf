import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import type { LogFile } from './log-files.js';
import { logLineOf, type LogLine } from './log-line.js';

/** What is in memory of a log at any time, in bytes. */
const block = 65_536;

/** The lines of a stream of bytes; what is longer than any line of a log is cut, and no line. */
async function* linesIn(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest = '';
  for await (const part of bytes) {
    const lines = (rest + part.toString('latin1')).split('\n');
    rest = (lines.pop() ?? '').slice(-block);
    yield* lines;
  }
  yield rest;
}

async function* unpacked(path: string): AsyncGenerator<Buffer> {
  const file = createReadStream(path, { highWaterMark: block });
  const gunzip = createGunzip();
  file.on('error', (error) => gunzip.destroy(error));
  try {
    yield* file.pipe(gunzip);
  } finally {
    file.destroy();
  }
}

/** The lines of a file, from a byte on; what is none of a log is passed over. Throws where a packed file cannot be unpacked. */
export async function* logLinesOf({ path, packed, written }: LogFile, from = 0): AsyncGenerator<LogLine> {
  const bytes = packed ? unpacked(path) : createReadStream(path, { start: from, highWaterMark: block });
  for await (const text of linesIn(bytes as AsyncIterable<Buffer>)) {
    const line = logLineOf(text, written);
    if (line !== undefined) yield line;
  }
}

/** Where to begin in order to read all since a moment: it is looked for from the end. The beginning, if that is later. */
export const placeBefore = async ({ path, packed, size, written }: LogFile, moment: number): Promise<number> => {
  if (packed) return 0;
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(block);
    for (let at = Math.max(0, size - block); at > 0; at = Math.max(0, at - block)) {
      const { bytesRead } = await file.read(buffer, 0, block, at);
      // The first of them began in the block before.
      const [, ...lines] = buffer.toString('latin1', 0, bytesRead).split('\n');
      const first = lines.map((text) => logLineOf(text, written)).find((line) => line !== undefined);
      if (first !== undefined && first.at < moment) return at;
    }
    return 0;
  } finally {
    await file.close();
  }
};

export const firstOf = async (file: LogFile): Promise<LogLine | undefined> => {
  for await (const line of logLinesOf(file)) return line;
  return undefined;
};

/** The last line that ended up in a file. */
export const lastOf = async (file: LogFile): Promise<LogLine | undefined> => {
  let last: LogLine | undefined;
  for await (const line of logLinesOf(file, file.packed ? 0 : Math.max(0, file.size - block))) last = line;
  return last;
};
