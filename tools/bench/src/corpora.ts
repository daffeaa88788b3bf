import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** The name of all figures of `tools/corpora` together: how well and how fast documents are read. */
export const corpora = 'corpora';

const main = join(import.meta.dirname, '..', '..', 'corpora', 'src', 'main.ts');

/** The figures of `tools/corpora`, as the tool names them; nobody imports a tool. */
export const corporaFigures = (): readonly string[] => {
  const { stdout, status } = spawnSync(process.execPath, ['--no-warnings', main, '--names'], { encoding: 'utf8' });
  if (status !== 0) throw new Error('tools/corpora does not say which figures it has');
  return stdout.trim().split('\n');
};

/** Has the tool print these figures as it prints them itself; 0 where nothing failed. What needs `../shared` is skipped without it. */
export const printCorpora = (figures: readonly string[], json: boolean): number => {
  const args = ['--no-warnings', main, ...figures, ...(json ? ['--json'] : [])];
  return spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;
};
