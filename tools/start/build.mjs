import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** What the last build was made from; beside the packages, so that `npm ci` makes everything anew. */
const stamp = join(root, 'node_modules', '.cache', 'relais', 'built-from');
/** What it must have left. */
const products = ['apps/hub/dist/index.js', 'apps/cli/dist/index.js', 'libs/services/dist/index.js'];

/** Every file that decides what is built. */
const inputs = () => {
  const below = ['libs', 'apps', 'tools'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true })
      .filter((file) => /(^|[/\\])src[/\\].*\.tsx?$|tsconfig\.json$|package\.json$/.test(file))
      .filter((file) => !/[/\\](node_modules|dist)[/\\]/.test(file))
      .map((file) => join(folder, file)),
  );
  return ['tsconfig.json', 'tsconfig.base.json', 'package-lock.json', ...below].sort();
};

const state = () => {
  const hash = createHash('sha256');
  for (const file of inputs()) {
    const { mtimeMs, size } = statSync(join(root, file));
    hash.update(`${file} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex');
};

/** Builds what is needed, which after the first time is mostly nothing. Throws where the build fails, after the compiler said why. */
export const build = () => {
  const now = state();
  const before = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
  if (before === now && products.every((file) => existsSync(join(root, file)))) return;
  console.error('Building Relais …');
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-b'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new Error('Relais could not be built: see the lines above');
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
};
