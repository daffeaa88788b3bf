import type { INestApplicationContext } from '@nestjs/common';
import { ask, nobody } from '../control/control-client.js';
import { socketPath } from '../control/socket-path.js';
import { context } from '../start/application.js';
import { parts, type Part } from '../start/part.js';
import { dataFolderOf } from '../wiring/adapters.js';
import { RoleLock, RoleTaken, type Role } from '../wiring/role-lock.js';
import type { Desk } from './verb.js';

/** What is to be done, and by whom: the service that has the role, or these parts in this process where nobody has it. */
export type Errand = Readonly<{
  verb: string;
  role: Role;
  options: Readonly<Record<string, unknown>>;
  /** The parts it takes when it is done here; a part whose role another process has is left to that process. */
  parts: readonly Part['name'][];
  here(application: INestApplicationContext, progress: (step: unknown) => void): Promise<unknown>;
  /** What has to be done first by the parts that are here. */
  prepare?: Readonly<Partial<Record<Part['name'], (application: INestApplicationContext) => Promise<unknown>>>>;
}>;

/** Hands an errand to the running service, so that there is one writer, or does it here. Resolves to its result. */
export const onHand = async (desk: Desk, errand: Errand, progress: (step: unknown) => void): Promise<unknown> => {
  const { verb, role, options } = errand;
  const folder = dataFolderOf(desk.settings);
  const handed = await ask(socketPath(folder, role), { verb, options }, progress);
  return handed === nobody ? here(desk, folder, errand, progress) : handed;
};

const here = async (
  desk: Desk,
  folder: string,
  errand: Errand,
  progress: (step: unknown) => void,
): Promise<unknown> => {
  const wanted = parts.filter(({ name }) => errand.parts.includes(name));
  const locks: RoleLock[] = [];
  try {
    const free = wanted.filter(({ role }) => role === undefined || acquired(folder, role, role === errand.role, locks));
    const application = await context(desk.deployment(), free);
    try {
      for (const { name } of free) await errand.prepare?.[name]?.(application);
      return await errand.here(application, progress);
    } finally {
      await application.close();
    }
  } finally {
    for (const lock of locks) lock.release();
  }
};

const acquired = (folder: string, role: Role, isNeeded: boolean, locks: RoleLock[]): boolean => {
  try {
    locks.push(RoleLock.acquire(folder, role));
    return true;
  } catch (error) {
    if (isNeeded || !(error instanceof RoleTaken)) throw error;
    return false;
  }
};
