import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Asked = Readonly<{ file: string; text: string; only?: string }>;
export type Complaint = Readonly<{ rule: string | null; message: string }>;

export const root = join(import.meta.dirname, '../../../..');
const nx = join(root, 'node_modules/.bin/nx');

/**
 * What the linter of the workspace says of each text, were it in that file. The file must be there (its place decides
 * which rules hold), and is not touched. Nx makes its graph anew, in a folder of its own.
 */
export const linted = (asked: readonly Asked[]): readonly (readonly Complaint[])[] => {
  const graph = mkdtempSync(join(tmpdir(), 'relais-lint-'));
  try {
    const run = (program: readonly string[], input: string): string => {
      const { stdout, stderr, status } = spawnSync(process.execPath, program, {
        ...{ cwd: root, input, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
        env: { ...process.env, NODE_OPTIONS: '', NX_DAEMON: 'false', NX_WORKSPACE_DATA_DIRECTORY: graph },
      });
      if (status !== 0) throw new Error(`${program.join(' ')} failed: ${stderr}${stdout}`);
      return stdout;
    };
    run([nx, 'show', 'projects'], '');
    return JSON.parse(run([join(import.meta.dirname, 'lint-texts.mjs')], JSON.stringify(asked))) as Complaint[][];
  } finally {
    rmSync(graph, { recursive: true, force: true });
  }
};
