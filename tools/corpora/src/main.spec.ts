import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { figures } from './figures.ts';

const main = join(import.meta.dirname, 'main.ts');
const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--no-warnings', main, ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

describe('the tool', () => {
  it('names its figures', () => {
    const { status, stdout } = run('--names');
    expect([status, stdout.trim().split('\n')]).toEqual([0, figures.map(({ name }) => name)]);
  });

  it('refuses names that there are not', () => {
    const { status, stdout, stderr } = run('feedparser-cor');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('no figure is called feedparser-cor; there are feedparser-core');
  });

  it('prints a figure as a line of JSON', () => {
    const { status, stdout } = run('read', '--json');
    const [first] = stdout.trim().split('\n');
    expect(status).toBe(0);
    expect(JSON.parse(first ?? '')).toEqual({
      ...{ name: 'read', unit: 'MB/s', ceiling: null, ratio: 1 },
      figure: expect.any(Number) as number,
      peer: expect.any(Number) as number,
      conditions: expect.any(Object) as object,
    });
  });
});
