import { randomBytes, randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const length = 32;

/** The key that wraps all others: 32 bytes as base64 in a file of mode 0600, made once where there is none. */
export const masterKey = (file: string): Uint8Array => {
  const found = read(file) ?? make(file);
  const key = Buffer.from(found.trim(), 'base64');
  if (key.length !== length)
    throw new Error(
      `${file} is not a master key (expected ${length} bytes as base64): restore it, or no address can be read again`,
    );
  return key;
};

const read = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(`the master key ${file} cannot be read: ${(error as Error).message}`, { cause: error });
  }
};

/** Written whole under another name, then linked: of two processes that start at once, one key wins for both. */
const make = (file: string): string => {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, `${randomBytes(length).toString('base64')}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(file, 'utf8');
};
