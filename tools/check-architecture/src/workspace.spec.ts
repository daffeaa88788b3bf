import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { framework, stages } from '../stages.mjs';
import { packagesOf } from '../workspace.mjs';
import { root } from './testing/linted.js';

type Manifest = { dependencies?: Record<string, string>; nx: { targets: Record<string, unknown> } };
type TsConfig = { include?: string[]; references?: { path: string }[] };
const json = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'));
const packages = packagesOf(root);
const lock = json('package-lock.json') as { packages: Record<string, unknown> };
const folders = packages.map(({ folder }) => folder);
const stageOf = (tags: readonly string[]): string[] =>
  tags.filter((tag) => tag.startsWith('stage:')).map((tag) => tag.slice('stage:'.length));

describe('the table of the stages', () => {
  it('is read upwards: a stage names only stages above itself', () => {
    const above: string[] = [];
    for (const [stage, upstream] of Object.entries(stages)) {
      expect([stage, upstream.filter((name) => !above.includes(name))]).toEqual([stage, []]);
      above.push(stage);
    }
  });

  it('has no stage without a package', () => {
    const used = packages.flatMap(({ tags }) => stageOf(tags));
    expect([...new Set(used)].sort()).toEqual(Object.keys(stages).sort());
  });

  it('keeps the framework in stages that are there', () => {
    expect(Object.keys(stages)).toEqual(expect.arrayContaining(framework.stages));
  });
});

const manifestOf = (folder: string) => json(join(folder, 'package.json')) as Manifest;
const written = packages.filter(({ folder }) => existsSync(join(root, folder, 'src')));

describe.each(packages)('the package $name', ({ folder, tags, entries }) => {
  it('has one stage, which the table knows', () => {
    const found = stageOf(tags);
    expect(found).toHaveLength(1);
    expect(Object.keys(stages)).toEqual(expect.arrayContaining(found));
  });

  it('is linted', () => {
    expect(manifestOf(folder).nx.targets).toHaveProperty('lint');
  });

  it('is in the lock, so that npm ci takes it', () => {
    expect(Object.keys(lock.packages)).toContain(folder);
  });

  it('opens only doors that are there', () => {
    expect(entries.filter((entry) => !existsSync(join(root, entry)))).toEqual([]);
  });
});

describe.each(written)('the TypeScript of $name', ({ folder }) => {
  it('is checked, its specs too, after the packages it depends on', () => {
    const { include = [], references = [] } = json(join(folder, 'tsconfig.json')) as TsConfig;
    const { dependencies = {} } = manifestOf(folder);
    const upstream = packages.filter(({ name }) => name in dependencies).map((one) => one.folder);
    expect(include).toContain('src');
    expect(references.map(({ path }) => join(folder, path)).sort()).toEqual(upstream.sort());
  });
});

describe('the workspace', () => {
  it('type-checks every package that has TypeScript', () => {
    const { references = [] } = json('tsconfig.json') as TsConfig;
    expect(references.map(({ path }) => path).sort()).toEqual(written.map(({ folder }) => folder).sort());
  });

  it('has no TypeScript outside its packages', () => {
    const sources = globSync('{apps,libs,tools}/**/*.{ts,tsx,mts,cts}', {
      cwd: root,
      exclude: (path) => /(?:^|\/)(?:node_modules|dist|fixtures|documents)$/.test(path),
    });
    expect(sources.length).toBeGreaterThan(200);
    expect(sources.filter((file) => !folders.some((folder) => file.startsWith(`${folder}/src/`)))).toEqual([]);
  });
});
