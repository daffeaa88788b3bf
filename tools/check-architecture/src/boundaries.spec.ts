import { globSync } from 'node:fs';
import { join } from 'node:path';
import { stages } from '../stages.mjs';
import { packagesOf } from '../workspace.mjs';
import { linted, root, type Complaint } from './testing/linted.js';

const rule = '@nx/enforce-module-boundaries';
const packages = packagesOf(root).map(({ name, folder, tags, entries }) => ({
  ...{ name, folder, entries },
  stage: (tags[0] ?? '').replace('stage:', ''),
}));
const importable = packages.filter(({ entries }) => entries.length > 0);
const rails: Readonly<Record<string, readonly string[]>> = stages;

/** The text that imports each of these, one a line. */
const importing = (names: readonly string[]): string => names.map((name) => `import '${name}';\n`).join('');

describe('the rail between the stages', () => {
  const each = packages.map(({ name, folder, stage }) => ({
    ...{ name, stage },
    others: importable.filter((other) => other.name !== name),
    file: globSync([join(folder, 'src/*.ts'), join(folder, '*.mjs')], { cwd: root }).sort()[0] ?? folder,
  }));
  const gathering = 'libs/domain/gathering/src/index.ts';
  const modules = importable.filter(({ stage, name }) => stage === 'domain' && name !== '@relais/gathering');
  const framework = ['@nestjs/common', '@nestjs/core', 'rxjs', 'fastify', '@nestjs/platform-fastify'];
  const relative = '../../../read-models/src/index.js';
  let complaints: readonly (readonly Complaint[])[];
  let ofFramework: readonly (readonly Complaint[])[];
  let ofModules: readonly Complaint[] | undefined;
  let ofPath: readonly Complaint[] | undefined;

  beforeAll(() => {
    const all = linted([
      ...each.map(({ file, others }) => ({ file, only: rule, text: importing(others.map(({ name }) => name)) })),
      ...each.map(({ file }) => ({ file, only: rule, text: importing(framework) })),
      { file: gathering, only: rule, text: importing(modules.map(({ name }) => name)) },
      { file: gathering, only: rule, text: importing([relative]) },
    ]);
    complaints = all.slice(0, each.length);
    ofFramework = all.slice(each.length, 2 * each.length);
    [ofModules, ofPath] = all.slice(-2);
  }, 120_000);

  it.each(each.map((one, index) => ({ ...one, index })))(
    'lets $name import what is upstream of the stage $stage, and nothing else',
    ({ index, stage, others }) => {
      const forbidden = others.filter((other) => !(rails[stage] ?? []).includes(other.stage));
      expect(complaints[index]?.map((complaint) => complaint.rule)).toEqual(forbidden.map(() => rule));
    },
  );

  it.each(each.map((one, index) => ({ ...one, index })))('keeps the framework at the rim, seen from $name', (one) => {
    const rim = ['service', 'app'].includes(one.stage);
    expect(ofFramework[one.index]?.map((complaint) => complaint.rule)).toEqual(rim ? [] : framework.map(() => rule));
  });

  it('lets no module of the domain know another', () => {
    const message =
      'A project tagged with "stage:domain" can only depend on libs tagged with "stage:grammar", "stage:vocabulary"';
    expect(modules.length).toBeGreaterThan(2);
    expect(ofModules).toEqual(modules.map(() => ({ rule, message })));
  });

  it('lets nobody climb into another package by a path', () => {
    expect(ofPath).toEqual([{ rule, message: expect.stringContaining('relative or absolute path') as string }]);
  });
});
