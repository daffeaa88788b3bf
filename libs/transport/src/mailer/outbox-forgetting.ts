import { open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** How old a draft without its head is when nobody writes it any more, in milliseconds: it is written at once. */
const abandoned = 60_000;

/** Removes the letters of a folder whose id begins with one of these, whole or half written; resolves to those it found. */
export const forgetLetters = async (folder: string, ids: ReadonlySet<string>): Promise<readonly string[]> => {
  const found = new Set<string>();
  let isChanged = false;
  for (const name of ids.size === 0 ? [] : await namesIn(folder)) {
    const file = join(folder, name);
    const id = /\.eml(\.tmp)?$/.test(name) ? await idOf(file) : undefined;
    if (id === undefined ? !(await isAbandoned(file)) : !ids.has(id)) continue;
    await rm(file, { force: true });
    isChanged = true;
    if (id !== undefined) found.add(id);
  }
  if (isChanged) await sync(folder);
  return [...found];
};

const unless =
  <Other>(other: Other) =>
  (error: unknown): Other => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return other;
    throw error;
  };

const namesIn = (folder: string): Promise<readonly string[]> => readdir(folder).catch(unless([]));

/** What stands before the @ of its id; undefined where there is none yet, or the file is gone meanwhile. */
const idOf = async (file: string): Promise<string | undefined> => {
  const text = await readFile(file, 'latin1').catch(unless(''));
  const end = text.indexOf('\r\n\r\n');
  return /^Message-ID: <([^@>\s]*)@/im.exec(end < 0 ? text : text.slice(0, end))?.[1];
};

/** A draft that a process left when it was killed, before it came to the id: it may be a letter to anybody. */
const isAbandoned = async (file: string): Promise<boolean> =>
  file.endsWith('.eml.tmp') &&
  Date.now() - ((await stat(file).catch(unless(undefined)))?.mtimeMs ?? Infinity) > abandoned;

const sync = async (folder: string): Promise<void> => {
  const opened = await open(folder);
  await opened.sync().finally(() => opened.close());
};
