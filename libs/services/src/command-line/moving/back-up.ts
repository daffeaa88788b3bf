import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { extentOf, SqliteEventStore, type Extent } from '@relais/event-store';
import { filesIn } from '../../wiring/adapters.js';
import { Unavailable } from '../../wiring/unavailable.js';
import { checkDatabase, copyDatabase } from './database-copy.js';
import { backedUp, writeManifest, type Manifest } from './manifest.js';
import { flushed, namesIn } from './on-disk.js';

/** How far a log in a file goes, after the file and the chain of what it holds were looked through. */
export const checkedLog = async (file: string): Promise<Extent> => {
  checkDatabase(file);
  const log = SqliteEventStore.open(file, { readOnly: true });
  try {
    return await extentOf(log);
  } finally {
    await log.close();
  }
};

/**
 * Writes a copy of what cannot be made again into a folder, which bears its name once all of it is there, was looked
 * through and is on the disk. The log comes first: then every address in the copied log has its key in the copied keys.
 */
export const backUp = async (dataFolder: string, to: string, madeAt: string): Promise<Manifest> => {
  const folder = resolve(to);
  if (((await namesIn(folder)) ?? []).length > 0) throw new Unavailable(`${folder} is not empty: name a new folder`);
  const draft = `${folder}.unfinished`;
  await mkdir(dirname(folder), { recursive: true });
  await mkdir(draft, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
    throw new Unavailable(
      `${draft} is there: another backup is being made, or one did not come to its end. Remove it, or name another folder`,
    );
  });
  try {
    const files = filesIn(dataFolder);
    const paths = { 'log.db': files.log, 'keys.db': files.keys };
    const names = backedUp.filter((name) => existsSync(paths[name]));
    for (const name of names) await copyDatabase(paths[name], join(draft, name));
    for (const name of names) checkDatabase(join(draft, name));
    const manifest = await writeManifest(draft, names, await checkedLog(join(draft, 'log.db')), madeAt);
    for (const name of [...names, 'manifest.json', '.']) await flushed(join(draft, name));
    await rename(draft, folder);
    await flushed(dirname(folder));
    return manifest;
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
};
