import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '../wiring/role-lock.js';

/** The longest path a UNIX socket can have on Linux, less its final zero. */
const longest = 107;

/** Where a role takes its orders: in the data folder, or in the temporary folder where that path would be too long. */
export const socketPath = (dataFolder: string, role: Role): string => {
  const path = join(dataFolder, 'run', `${role}.sock`);
  if (Buffer.byteLength(path) <= longest) return path;
  return join(tmpdir(), `relais-${createHash('sha256').update(path).digest('hex').slice(0, 16)}.sock`);
};
