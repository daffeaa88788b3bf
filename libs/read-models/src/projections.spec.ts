import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projections } from './projections.js';

/** Folders of the rack that hold no projection. */
const others = ['as-of', 'diff', 'replaying', 'storage', 'testing', 'what-if'];

describe('the list of projections', () => {
  it('names every projection that has a folder', () => {
    const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !others.includes(entry.name))
      .map(({ name }) => name);
    expect(projections.map(({ name }) => name).sort()).toEqual(folders.sort());
  });

  it.each(projections.map(({ name }) => name))('has a specification of %s beside it', (name) => {
    expect(existsSync(join(import.meta.dirname, name, `${name}.spec.ts`))).toBe(true);
  });
});
