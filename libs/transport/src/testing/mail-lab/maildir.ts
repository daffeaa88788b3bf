import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

const missing = (error: NodeJS.ErrnoException): string[] => {
  if (error.code !== 'ENOENT') throw error;
  return [];
};

/** What was delivered to somebody, oldest first: a file appears in `new` when it is whole. */
export const lettersIn = async (maildir: string): Promise<readonly Buffer[]> => {
  const folder = join(maildir, 'new');
  const names = await readdir(folder).catch(missing);
  const inOrder = names.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  return Promise.all(inOrder.map((name) => readFile(join(folder, name))));
};

/** Every mailbox below, made empty. */
export const emptied = async (mailboxes: string): Promise<void> => {
  const names = await readdir(mailboxes).catch(missing);
  await Promise.all(names.map((name) => rm(join(mailboxes, name), { recursive: true, force: true })));
};
