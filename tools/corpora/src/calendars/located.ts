import { readdirSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { shared } from '../shared.ts';

const partsOf = (path: string): Set<string> => new Set(path.split(/[/-]/));

/**
 * Finds a calendar by the path that it has at its origin: the corpora are exports, with shorter folders. The file of the same
 * repository and name, and of several the one that shares most parts of its path.
 */
export const locator = (): ((path: string) => string) => {
  const root = shared('corpora');
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ics'))
    .map(({ parentPath, name }) => relative(root, join(parentPath, name)).split(sep).join('/'));
  const byName = Map.groupBy(files, (file) => basename(file));
  return (path) => {
    const wanted = partsOf(path);
    const shares = (file: string): number => [...partsOf(file)].filter((part) => wanted.has(part)).length;
    const [best] = (byName.get(basename(path)) ?? [])
      .filter((file) => file.split('/')[0] === path.split('/')[0])
      .toSorted((one, other) => shares(other) - shares(one));
    if (best === undefined) throw new Error(`${path} is not among the corpora`);
    return join(root, best);
  };
};

/** Every calendar of the corpora. */
export const allCalendars = (): string[] => {
  const root = shared('corpora');
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ics'))
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
};
