import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { readMark } from '../storage/building-mark.js';

/** What a replay is for, as it is written beside what was built of it. */
export type Purpose = Readonly<{ only?: readonly string[]; show: boolean; dryRun: boolean }>;

export const inWords = ({ only, show, dryRun }: Purpose): string =>
  JSON.stringify({ ...(only && { only }), show, dryRun });

/** What a building that was left is for; undefined where that cannot be said, or nothing was committed. */
export const purposeOf = (file: string): Purpose | undefined => {
  // SQLite would make the file.
  if (!existsSync(file)) return undefined;
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file);
    const mark = readMark(database);
    return mark && (JSON.parse(mark.order) as Purpose);
  } catch {
    // Whatever is wrong with it: what it held is in the log, and it is made again when somebody asks.
    return undefined;
  } finally {
    database?.close();
  }
};
