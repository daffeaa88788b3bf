import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A package of the workspace: its folder, its tags, and the files of it that others may import.
 *
 * @typedef {Readonly<{ name: string; folder: string; tags: readonly string[]; entries: readonly string[] }>} Package
 */

/** @param {string} file */
const json = (file) => JSON.parse(readFileSync(file, 'utf8'));

/**
 * The packages of the workspace at this place, as its package.json lists them.
 *
 * @param {string} root
 * @returns {readonly Package[]}
 */
export const packagesOf = (root) =>
  /** @type {readonly string[]} */ (json(join(root, 'package.json')).workspaces)
    .flatMap((pattern) => globSync(`${pattern}/package.json`, { cwd: root }))
    .map((file) => file.replaceAll('\\', '/').replace(/\/package\.json$/, ''))
    .sort()
    .map((folder) => {
      const { name, exports = {}, nx } = json(join(root, folder, 'package.json'));
      const entries = Object.values(exports).map((entry) => join(folder, entry['@relais/source']));
      return { name, folder, tags: nx?.tags ?? [], entries };
    });
