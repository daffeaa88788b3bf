import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Documents of others, which are no part of the repository: beside it, or nowhere. */
const folder = join(import.meta.dirname, '..', '..', '..', '..', 'shared');

/** The path of something in `../shared`. */
export const shared = (path: string): string => join(folder, path);

/** What is not there of what a figure needs. */
export const missing = (needs: readonly string[]): readonly string[] =>
  needs.filter((path) => !existsSync(shared(path)));

/** Whether it is an error that `../shared` is not there. */
export const isRequired = (): boolean => (process.env['RELAIS_REQUIRE'] ?? '').split(',').includes('shared');
