import { open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** How old a draft without its head is when nobody writes it any more, in milliseconds: it is written at once. */
const abandoned = 60_000;

/** What a folder holds of letters with one of these ids, whole or half written. */
const filesOf = async (folder: string, ids: ReadonlySet<string>): Promise<{ file: string; id?: string }[]> => {
  const found: { file: string; id?: string }[] = [];
  for (const name of ids.size === 0 ? [] : await namesIn(folder)) {
    if (!/\.eml(\.tmp)?$/.test(name)) continue;
    const file = join(folder, name);
    const id = await idOf(file);
    if (id === undefined && (await isAbandoned(file))) found.push({ file });
    if (id !== undefined && ids.has(id)) found.push({ file, id });
  }
  return found;
};

const idsOf = (found: readonly { id?: string }[]): readonly string[] => [
  ...new Set(found.flatMap(({ id }) => id ?? [])),
];

/** Those of these ids of which the folder holds something. */
export const keptLetters = async (folder: string, ids: ReadonlySet<string>): Promise<readonly string[]> =>
  idsOf(await filesOf(folder, ids));

/** Removes the letters of a folder that have one of these ids; resolves to the ids that it found. */
export const forgetLetters = async (folder: string, ids: ReadonlySet<string>): Promise<readonly string[]> => {
  const found = await filesOf(folder, ids);
  for (const { file } of found) await rm(file, { force: true });
  if (found.length > 0) await sync(folder);
  return idsOf(found);
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
