import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Deployment } from '../../wiring/deployment.js';
import { isBusy } from '../../wiring/role-lock.js';

/** How long another process may look whether a seat is taken, in milliseconds. */
const patience = 5_000;

type Locked = Readonly<{ database: DatabaseSync }> | undefined;

/** Undefined where a process that lives holds it. */
const lock = (file: string, wait: number): Locked => {
  const database = new DatabaseSync(file);
  try {
    database.exec(`PRAGMA busy_timeout=${wait}; PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE;`);
    return { database };
  } catch (error) {
    database.close();
    if (isBusy(error)) return undefined;
    throw error;
  }
};

const inode = (file: string): number | undefined => statSync(file, { throwIfNoEntry: false })?.ino;

/**
 * Which processes hand over letters of this data folder: each has a file with a lock that the system lets go of when the process
 * dies, however it dies. So letters can be shared among them, and what a dead one left is known to be nobody's.
 */
@Injectable()
export class Seats implements OnApplicationShutdown {
  readonly #folder: string;
  #own: Readonly<{ id: string; file: string; database: DatabaseSync }> | undefined;

  constructor(@Inject(Deployment) { settings }: Deployment) {
    this.#folder = join(settings.dataFolder, 'run', 'couriers');
  }

  /** The id of this process among those that hand over: a UUID, new each time it starts. */
  get own(): string {
    return (this.#own ??= this.#take()).id;
  }

  /** Those that live, this one among them, in the same order for all. */
  all(): readonly string[] {
    const own = this.own;
    return this.#names()
      .filter((id) => id === own || this.isAlive(id))
      .sort();
  }

  isAlive(id: string): boolean {
    if (id === this.#own?.id) return true;
    const file = this.#fileOf(id);
    if (inode(file) === undefined) return false;
    const locked = lock(file, 0);
    if (locked === undefined) return true;
    rmSync(file, { force: true });
    locked.database.close();
    return false;
  }

  onApplicationShutdown(): void {
    if (this.#own === undefined) return;
    rmSync(this.#own.file, { force: true });
    this.#own.database.close();
    this.#own = undefined;
  }

  #take(): Readonly<{ id: string; file: string; database: DatabaseSync }> {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    for (;;) {
      const id = randomUUID();
      const file = this.#fileOf(id);
      const locked = lock(file, patience);
      // Whoever looked between the making and the locking of the file took it for one of a dead process.
      if (locked && inode(file) !== undefined) return { id, file, ...locked };
      locked?.database.close();
    }
  }

  #fileOf(id: string): string {
    return join(this.#folder, `${id}.lock`);
  }

  #names(): string[] {
    return readdirSync(this.#folder)
      .filter((name) => name.endsWith('.lock'))
      .map((name) => name.slice(0, -'.lock'.length));
  }
}
