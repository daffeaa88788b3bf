import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Writes lines to standard output as fast as they are taken there. */
export const writeOut = (groups: AsyncIterable<readonly string[]>): Promise<void> =>
  pipeline(Readable.from(texts(groups)), process.stdout, { end: false });

async function* texts(groups: AsyncIterable<readonly string[]>): AsyncIterable<string> {
  for await (const lines of groups) yield lines.map((line) => `${line}\n`).join('');
}
