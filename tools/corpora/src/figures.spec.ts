import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { figures } from './figures.ts';

const isFigure = (value: unknown): value is { name: string } =>
  typeof value === 'object' && value !== null && 'needs' in value && 'measure' in value;

/** The figures that the files below this folder export, by the names of the files. */
const inFiles = async (): Promise<{ file: string; name: string }[]> => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const files = folders.flatMap(({ name: folder }) =>
    readdirSync(join(import.meta.dirname, folder))
      .filter((file) => /^[\w-]+\.ts$/.test(file) && !file.includes('.spec.') && !file.endsWith('child.ts'))
      .map((file) => `${folder}/${file}`),
  );
  const found = await Promise.all(
    files.map(async (file) => {
      const exported = Object.values((await import(`./${file}`)) as object).filter(isFigure);
      return exported.map(({ name }) => ({ file: file.replace(/^.*\/|\.ts$/g, ''), name }));
    }),
  );
  return found.flat();
};

describe('the figures', () => {
  it('are those that have a file of their name', async () => {
    const files = await inFiles();
    expect(files.map(({ file }) => file)).toEqual(files.map(({ name }) => name));
    expect(figures.map(({ name }) => name).sort()).toEqual(files.map(({ name }) => name).sort());
  });
});
