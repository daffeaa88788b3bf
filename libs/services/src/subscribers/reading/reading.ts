import type { ImportFormat } from '@relais/mailing-list';
import type { Instant } from '@relais/vocabulary';
import type { Wanted } from './columns.js';
import { surveyed, textOf, type Encoding } from './file-text.js';
import { readLines } from './formats.js';
import { judged, type NotTaken, type Person } from './judging.js';
import { textLines } from './text-lines.js';

/** A file of subscribers: what it is, and its lines one after another. */
export type ReadFile = Readonly<{
  /** SHA-256 of its bytes (hex). */
  hash: string;
  encoding: Encoding;
  format: ImportFormat;
  lines: AsyncIterable<Person | NotTaken>;
}>;

/** Rejects with Unavailable for what cannot be read, or is no text; what of it cannot be taken is a line among the others. */
export const readSubscribers = async (
  file: string,
  options: Readonly<{ format?: ImportFormat | undefined; wanted?: Wanted | undefined }>,
  now: Instant,
): Promise<ReadFile> => {
  const { hash, encoding } = await surveyed(file);
  const { format, lines } = await readLines(textLines(textOf(file, encoding)), options);
  const each = async function* () {
    for await (const line of lines) yield judged(line, now);
  };
  return { hash, encoding, format, lines: each() };
};
