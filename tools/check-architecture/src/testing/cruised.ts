import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { packagesOf } from '../../workspace.mjs';
import { root } from './linted.js';

export type Violation = Readonly<{ rule: string; from: string; to: string }>;
type Output = { summary: { violations: { rule: { name: string }; from: string; to: string }[]; totalCruised: number } };

const write = (file: string, text: string): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
};

/**
 * What dependency-cruiser finds, with the configuration of this workspace, in a small workspace made for it: the same
 * packages with their doors, all of them empty, and these files. Sorted, once each.
 */
export const cruised = (files: Readonly<Record<string, string>>): readonly Violation[] => {
  const workspace = mkdtempSync(join(tmpdir(), 'relais-cruise-'));
  try {
    for (const file of ['package.json', 'tsconfig.base.json']) copyFileSync(join(root, file), join(workspace, file));
    for (const { name, folder, entries } of packagesOf(root)) {
      write(join(workspace, folder, 'package.json'), readFileSync(join(root, folder, 'package.json'), 'utf8'));
      for (const entry of entries) write(join(workspace, entry), 'export {};\n');
      mkdirSync(join(workspace, 'node_modules', dirname(name)), { recursive: true });
      symlinkSync(join(workspace, folder), join(workspace, 'node_modules', name), 'dir');
    }
    for (const [file, text] of Object.entries(files)) write(join(workspace, file), text);
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [
        join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
        ...['--config', join(root, 'tools/check-architecture/dependency-cruiser.mjs')],
        ...['--output-type', 'json', 'apps', 'libs', 'tools'],
      ],
      { cwd: workspace, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, env: { ...process.env, NODE_OPTIONS: '' } },
    );
    if (!stdout.startsWith('{')) throw new Error(`dependency-cruiser could not be asked: ${stderr}${stdout}`);
    const { violations } = (JSON.parse(stdout) as Output).summary;
    return violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
};
