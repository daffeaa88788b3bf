import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { benchmarks } from './benchmarks.ts';
import { without } from './need.ts';

const repository = join(import.meta.dirname, '..', '..', '..');
const tiny = { rounds: 1, each: 20 };
const keys = ['name', 'figure', 'unit', 'ceiling', 'peer', 'ratio', 'conditions'];
const patience = 240_000;

// Some measure the hub as it is built, in a process of its own.
beforeAll(() => {
  const compiler = join(repository, 'node_modules', 'typescript', 'bin', 'tsc');
  const { status, stdout } = spawnSync(process.execPath, [compiler, '-b', 'apps/hub', 'apps/cli', 'apps/courier'], {
    cwd: repository,
  });
  expect([status, String(stdout)]).toEqual([0, '']);
}, patience);

describe('the benchmarks', () => {
  it('are those that have a file', () => {
    const files = readdirSync(join(import.meta.dirname, 'benchmarks')).map((file) => file.replace(/\.ts$/, ''));
    expect(benchmarks.map(({ name }) => name).sort()).toEqual(files.sort());
  });
});

describe.each(benchmarks)('the benchmark $name', ({ name, needs, measure }) => {
  const run = without(needs) === 'skipped' ? it.skip : it;
  run(
    `tells its figures as lines of JSON, each beside a ceiling or a peer, the first under its own name${needs ? ` (needs ${needs.name})` : ''}`,
    async () => {
      const lines = (await measure(tiny)).map((measurement) => JSON.stringify(measurement));
      const figures = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
      expect(figures[0]).toMatchObject({ name });
      expect(new Set(figures.map((one) => one['name'])).size).toBe(figures.length);
      for (const one of figures) {
        expect(Object.keys(one).sort()).toEqual(keys.toSorted());
        expect(String(one['name'])).toMatch(new RegExp(`^${name}(-|$)`));
        const beside = [one['ceiling'], one['peer']].filter((value) => value !== null);
        expect(beside).toHaveLength(1);
        for (const value of [one['figure'], one['ratio'], ...beside]) {
          expect(Number.isFinite(value)).toBe(true);
          expect(value).toBeGreaterThan(0);
        }
        expect(one['conditions']).toMatchObject({ node: process.versions.node });
      }
    },
    patience,
  );
});
