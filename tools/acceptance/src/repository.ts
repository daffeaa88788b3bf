import { join } from 'node:path';

/** The repository, whose programs are shown as they were built. */
export const repository = join(import.meta.dirname, '..', '..', '..');
