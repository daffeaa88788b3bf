import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** What only one process at a time may do in a data folder. */
export type Role = 'collector' | 'projector' | 'courier';
export const roles: readonly Role[] = ['collector', 'projector', 'courier'];

/** Another process has the role; the message names it and says what to do. */
export class RoleTaken extends Error {
  override readonly name = 'RoleTaken';
}

/** SQLITE_BUSY. */
const busy = 5;

/** By its code: an error of node:sqlite may be none of this realm's Errors. */
export const isBusy = (error: unknown): boolean => (error as { errcode?: number } | undefined)?.errcode === busy;

/**
 * A role held for as long as this process lives. The lock is SQLite's own lock on a file, so that the system lets go of it
 * when a process dies, however it dies; no stale file can keep anybody out.
 */
export class RoleLock {
  private constructor(
    readonly role: Role,
    private readonly database: DatabaseSync,
    private readonly note: string,
  ) {}

  static acquire(dataFolder: string, role: Role): RoleLock {
    const folder = join(dataFolder, 'run');
    mkdirSync(folder, { recursive: true });
    const note = join(folder, `${role}.pid`);
    const database = new DatabaseSync(join(folder, `${role}.lock`));
    try {
      database.exec('PRAGMA busy_timeout=0; PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE;');
    } catch (error) {
      database.close();
      if (!isBusy(error)) throw error;
      throw new RoleTaken(
        `another Relais (process ${holder(note)}) is the ${role} of ${dataFolder}: stop it first, or set RELAIS_DATA to another folder`,
      );
    }
    writeFileSync(note, `${process.pid}\n`);
    return new RoleLock(role, database, note);
  }

  release(): void {
    rmSync(this.note, { force: true });
    this.database.close();
  }
}

const holder = (note: string): string => {
  try {
    return readFileSync(note, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'unknown';
    throw error;
  }
};
