import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../../../../shared');
const required = (process.env['RELAIS_REQUIRE'] ?? '').split(',').includes('shared');

/** `it` where the documents of others are there, or must be; their titles say `(needs ../shared)`. */
export const withShared = existsSync(root) || required ? it : it.skip;

export const sharedFile = (path: string): Buffer => readFileSync(join(root, path));

export const sharedFiles = (folder: string, ending: string): readonly string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`);
