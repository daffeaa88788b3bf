import { spawnSync } from 'node:child_process';

/** Debian's, which finds Debian's packages; another one on the PATH need not. */
const python = '/usr/bin/python3';

/** The modules among these that Python does not find, or Python itself. */
export const missingModules = (modules: readonly string[]): readonly string[] =>
  modules.filter((module) => spawnSync(python, ['-c', `import ${module}`]).status !== 0);

/** Whether it is an error that Python is not there. */
export const pythonIsRequired = (): boolean => (process.env['RELAIS_REQUIRE'] ?? '').split(',').includes('python');

/** What a program says to what it is asked, both as JSON. */
export const askPython = (program: string, question: unknown): unknown => {
  const input = JSON.stringify(question);
  const { status, stdout, stderr } = spawnSync(python, [program], { input, encoding: 'utf8', maxBuffer: 2 ** 30 });
  if (status !== 0) throw new Error(`python: ${stderr}`);
  return JSON.parse(stdout);
};
