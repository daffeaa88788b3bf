import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';

/** A document that was made for a test, and what it should be read as. */
export type Fixture = Readonly<{ format: string; name: string; body: Uint8Array; expected: string }>;

const root = join(import.meta.dirname, '..');

/** The formats that have a folder: one with a file of its own name in it. */
export const formatFolders = (): string[] =>
  readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && readdirSync(join(root, entry.name)).includes(`${entry.name}.ts`))
    .map(({ name }) => name);

/** The documents in a format's folder `fixtures`, each with `<name>.expected.json` beside it. */
export const fixturesOf = (format: string): Fixture[] => {
  const folder = join(root, format, 'fixtures');
  return readdirSync(folder)
    .filter((name) => !name.endsWith('.expected.json'))
    .map((name) => ({
      format,
      name,
      body: readFileSync(join(folder, name)),
      expected: readFileSync(join(folder, `${basename(name, extname(name))}.expected.json`), 'utf8'),
    }));
};
