import { existsSync } from 'node:fs';
import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { NewerLog } from '@relais/event-store';
import { KeyRing } from '@relais/transport';
import { Unavailable } from '../../wiring/unavailable.js';
import { checkedLog } from './back-up.js';
import { checkDatabase } from './database-copy.js';
import { checkedManifest, type Manifest } from './manifest.js';
import { flushed, namesIn } from './on-disk.js';

/** What came of it: what the backup says of itself, and where the old files are, if there were any. */
export type Restored = Readonly<{ manifest: Manifest; replaced?: string; hasMasterKey: boolean }>;

export type Restoring = Readonly<{ dataFolder: string; keyFile: string; from: string; replace: boolean; at: string }>;

/**
 * What belongs to one log and not to another: of a source that was read later than the backup, `readings.db` would say that
 * there is nothing new. What was erased (`erasures/`) and the master key stay as they are.
 */
const ofOneLog = /^(?:(?:log|keys|readings)\.db(?:-wal|-shm|-journal)?|read-models)$/;
const essential = /^(?:log|keys)\.db$/;

/** Puts a backup into a data folder that nobody uses. Until all of it was looked through, nothing there is touched. */
export const restore = async ({ dataFolder, keyFile, from, replace, at }: Restoring): Promise<Restored> => {
  const manifest = await checkedManifest(from);
  const here = ((await namesIn(dataFolder)) ?? []).filter((name) => ofOneLog.test(name));
  if (!replace && here.some((name) => essential.test(name)))
    throw new Unavailable(
      `${dataFolder} holds a log or keys already: nothing was changed. Restore into an empty data folder (RELAIS_DATA), or use --replace, which keeps the old files beside the new`,
    );
  const drafts = manifest.files.map(({ name }) => ({ name, draft: join(dataFolder, `${name}.restoring`) }));
  try {
    for (const { name, draft } of drafts) await copyFile(join(from, name), draft);
    for (const { name, draft } of drafts) await checkDraft(name, draft, { manifest, from, keyFile });
    for (const { draft } of drafts) await flushed(draft);
  } catch (error) {
    for (const { draft } of drafts)
      for (const end of ['', '-wal', '-shm', '-journal']) await rm(`${draft}${end}`, { force: true });
    throw error;
  }
  const replaced = here.length > 0 ? await setAside(dataFolder, here, at) : undefined;
  // The log last: without it, no hub would take the folder for whole.
  for (const { name, draft } of drafts.toReversed()) await rename(draft, join(dataFolder, name));
  await flushed(dataFolder);
  return { manifest, ...(replaced !== undefined && { replaced }), hasMasterKey: existsSync(keyFile) };
};

const checkDraft = async (
  name: string,
  draft: string,
  { manifest, from, keyFile }: Pick<Restoring, 'from' | 'keyFile'> & Pick<Restored, 'manifest'>,
): Promise<void> => {
  if (name === 'keys.db') {
    checkDatabase(draft);
    if (existsSync(keyFile)) await tryOn(keyFile, draft, join(from, name));
    return;
  }
  const { events, hash } = await checkedLog(draft).catch((error: unknown) => {
    if (error instanceof NewerLog) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Unavailable(`the log in ${from} cannot be used: ${reason}. Nothing was changed; use another backup`, {
      cause: error,
    });
  });
  if (events !== manifest.log.events || hash !== manifest.log.hash)
    throw new Unavailable(
      `the log in ${from} holds ${events} events, and should hold ${manifest.log.events}, or others: nothing was changed. Use another backup`,
    );
};

const tryOn = async (keyFile: string, draft: string, name: string): Promise<void> => {
  try {
    await KeyRing.open({ keyFile, database: draft }).close();
  } catch (error) {
    const reason = (error as Error).message.replaceAll(draft, name);
    throw new Unavailable(`${reason}. Nothing was changed`, { cause: error });
  }
};

const setAside = async (dataFolder: string, names: readonly string[], at: string): Promise<string> => {
  const folder = join(dataFolder, `replaced-${at.replaceAll(/[^0-9TZ]/g, '')}`);
  await mkdir(folder, { mode: 0o700 });
  for (const name of names) await rename(join(dataFolder, name), join(folder, basename(name)));
  await flushed(folder);
  return folder;
};
