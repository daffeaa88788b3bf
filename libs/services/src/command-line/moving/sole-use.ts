import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { filesIn } from '../../wiring/adapters.js';
import { isBusy, RoleLock, roles } from '../../wiring/role-lock.js';
import { Unavailable } from '../../wiring/unavailable.js';

/** Does something to a data folder that no other process uses meanwhile: no hub, no service of it, nobody who reads its log. */
export const inSoleUse = async <Result>(dataFolder: string, work: () => Promise<Result>): Promise<Result> => {
  const locks: RoleLock[] = [];
  try {
    for (const role of roles) locks.push(RoleLock.acquire(dataFolder, role));
    const { log, keys } = filesIn(dataFolder);
    for (const file of [log, keys]) if (existsSync(file)) checkUnused(file);
    return await work();
  } finally {
    for (const lock of locks) lock.release();
  }
};

/** A portal has no role: that it runs shows in that it has the file open. */
const checkUnused = (file: string): void => {
  const database = new DatabaseSync(file);
  try {
    database.exec('PRAGMA busy_timeout=0; PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE; ROLLBACK;');
  } catch (error) {
    if (!isBusy(error)) return;
    throw new Unavailable(
      `another process has ${file} open: stop every Relais of this data folder first, portals too`,
      { cause: error },
    );
  } finally {
    database.close();
  }
};
