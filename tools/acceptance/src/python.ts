import { spawnSync } from 'node:child_process';
import { NotHere } from './point.ts';

/** Debian's, which finds Debian's packages; another one on the PATH need not. */
const python = '/usr/bin/python3';

/** Throws {@link NotHere} where Python or one of these modules is missing. */
export const needPython = (...modules: readonly string[]): void => {
  for (const module of modules)
    if (spawnSync(python, ['-c', `import ${module}`]).status !== 0)
      throw new NotHere('python', `needs Python's ${module}: install Debian's python3-${module}`);
};

/** What a Python program says of a document on its standard input, as JSON. */
export const askPython = <Answer>(program: string, document: string): Answer => {
  const { status, stdout, stderr } = spawnSync(python, ['-c', program], { input: document, encoding: 'utf8' });
  if (status !== 0) throw new Error(`python: ${stderr}`);
  return JSON.parse(stdout) as Answer;
};
