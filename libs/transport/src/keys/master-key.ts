import { randomBytes, randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const length = 32;

/** The file of the master key is missing, cannot be read, or holds something else; the message says which, and what to do. */
export class MasterKeyUnusable extends Error {
  override readonly name = 'MasterKeyUnusable';
}

/** The key that wraps all others: 32 bytes as base64 in a file of mode 0600, made once where there is none and it may be made. */
export const masterKey = (file: string, { mayBeMade }: { mayBeMade: boolean }): Uint8Array => {
  const found = read(file);
  if (found === undefined && !mayBeMade)
    throw new MasterKeyUnusable(`the master key ${file} is missing: restore it, or no address can be read again`);
  const key = Buffer.from((found ?? make(file)).trim(), 'base64');
  if (key.length !== length)
    throw new MasterKeyUnusable(
      `${file} is not a master key (expected ${length} bytes as base64): restore it, or no address can be read again`,
    );
  return key;
};

const read = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new MasterKeyUnusable(`the master key ${file} cannot be read: ${(error as Error).message}`, { cause: error });
  }
};

/** Written whole under another name, then linked: of two processes that start at once, one key wins for both. */
const make = (file: string): string => {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, `${randomBytes(length).toString('base64')}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  sync(dirname(file));
  return readFileSync(file, 'utf8');
};

/** What is sealed from now on can be read by this key only: its name in the folder has to be on the disk first. */
const sync = (folder: string): void => {
  const opened = openSync(folder, 'r');
  fsyncSync(opened);
  closeSync(opened);
};
