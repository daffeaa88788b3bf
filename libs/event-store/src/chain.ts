import { hash } from 'node:crypto';

/** An event as the chain sees it: its texts exactly as they are stored. */
export type Link = Readonly<{
  position: bigint;
  /** A UUID in small letters. */
  id: string;
  stream: string;
  version: number;
  type: string;
  recordedAt: string;
  /** JSON; `{}` where nothing is known. */
  metadata: string;
  /** JSON. */
  data: string;
  /** What the store itself wrote down as the hash of this link, in hexadecimal; absent where it keeps none. */
  hash?: string;
}>;

/** What the first event of a log is chained to. */
export const beginning = '0'.repeat(64);

/**
 * The hash of an event in the chain, in hexadecimal: SHA-256 over the hash before it and seven lines of the event, each
 * ended by a line feed, in UTF-8. No position is among them, so that a log that is copied to another store keeps its
 * hashes: the order is what the chain itself says. No field may hold a line feed ({@link isOneLine}), so that what is
 * hashed can be read in one way only.
 */
export const chained = (before: string, link: Omit<Link, 'position' | 'hash'>): string =>
  hash(
    'sha256',
    `${before}\n${link.id}\n${link.stream}\n${link.version}\n${link.type}\n${link.recordedAt}\n${link.metadata}\n${link.data}\n`,
  );

/** Whether a text may stand in a line of the chain. */
export const isOneLine = (text: string): boolean => !text.includes('\n');
