import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Extent } from '@relais/event-store';
import { Unavailable } from '../../wiring/unavailable.js';
import { sha256Of } from './on-disk.js';

/** What a backup consists of, the log first. */
export const backedUp = ['log.db', 'keys.db'] as const;
type Name = (typeof backedUp)[number];
type Listed = Readonly<{ name: Name; bytes: number; sha256: string }>;

/** What a backup says of itself. */
export type Manifest = Readonly<{
  relais: 'backup';
  format: number;
  madeAt: string;
  log: Extent;
  files: readonly Listed[];
}>;

export const backupFormat = 1;
const file = 'manifest.json';

/** Writes down what the files of a folder are. */
export const writeManifest = async (
  folder: string,
  names: readonly Name[],
  log: Extent,
  madeAt: string,
): Promise<Manifest> => {
  const files: Listed[] = [];
  for (const name of names) {
    const path = join(folder, name);
    files.push({ name, bytes: (await stat(path)).size, sha256: await sha256Of(path) });
  }
  const manifest: Manifest = { relais: 'backup', format: backupFormat, madeAt, log, files };
  await writeFile(join(folder, file), `${JSON.stringify(manifest, undefined, 2)}\n`);
  return manifest;
};

/** What a backup says of itself, every file of it compared with that. Throws one clear line, before anything is done with it. */
export const checkedManifest = async (folder: string): Promise<Manifest> => {
  const manifest = await read(folder);
  for (const { name, bytes, sha256 } of manifest.files) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found === undefined) throw damaged(folder, `${name} is missing`);
    if (found.size !== bytes) throw damaged(folder, `${name} has ${found.size} bytes, and had ${bytes}`);
    if ((await sha256Of(path)) !== sha256) throw damaged(folder, `${name} is not as it was written (SHA-256)`);
  }
  return manifest;
};

const damaged = (folder: string, what: string): Unavailable =>
  new Unavailable(`the backup ${folder} is damaged: ${what}. Nothing was changed; use another backup`);

const read = async (folder: string): Promise<Manifest> => {
  const text = await readFile(join(folder, file), 'utf8').catch(() => {
    throw new Unavailable(`${folder} is no backup of Relais: it has no ${file}. Nothing was changed`);
  });
  const manifest = parsed(text);
  if (manifest?.relais !== 'backup' || !areListed(manifest.files))
    throw damaged(folder, `${file} is not as Relais writes it`);
  if (manifest.format > backupFormat)
    throw new Unavailable(
      `the backup ${folder} was made by a newer Relais: restore it with that version. Nothing was changed`,
    );
  if (
    !manifest.files.some(({ name }) => name === 'log.db') ||
    !manifest.files.every(({ name }) => backedUp.includes(name))
  )
    throw damaged(folder, `${file} names other files than a backup has`);
  return manifest;
};

const areListed = (files: unknown): files is readonly Listed[] => Array.isArray(files);

const parsed = (text: string): Manifest | undefined => {
  try {
    return JSON.parse(text) as Manifest;
  } catch {
    return undefined;
  }
};
