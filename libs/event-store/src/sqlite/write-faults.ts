import type { DatabaseSync } from 'node:sqlite';
import { LogUnavailable } from './log-file.js';

/** SQLITE_FULL; and SQLITE_IOERR, whose kinds are in the bits above these. */
const [full, unwritable] = [13, 10];

/** A fault of writing in the words of whoever has to see to it; what is none of the disk's is given back as it is. */
export const inWords = (database: DatabaseSync, error: unknown): unknown => {
  const { errcode = 0, message } = error as { errcode?: number; message?: string };
  const kind = errcode & 0xff;
  if (kind !== full && kind !== unwritable) return error;
  const file = database.isOpen ? database.location() : null;
  const what =
    kind === full
      ? 'the disk is full: make room'
      : 'the disk cannot be written, or a file of it may grow no larger: look at the disk, and at the limits of this process (ulimit -f, quotas)';
  return new LogUnavailable(
    `the log ${file ?? ''} takes nothing more: ${what}. What was acknowledged is in it, and it goes on once it can be written (${message})`,
    { cause: error },
  );
};
