import { spawnSync } from 'node:child_process';

/** Debian's, which finds Debian's packages; another one on the PATH need not. */
const python = '/usr/bin/python3';

/** What a Python program says of a document on its standard input, as JSON. */
export const askPython = (program: string, document: string): unknown => {
  const { status, stdout, stderr } = spawnSync(python, ['-c', program], { input: document, encoding: 'utf8' });
  if (status !== 0) throw new Error(`python: ${stderr}`);
  return JSON.parse(stdout);
};

/** Whether Python and this module of it are here; throws where that is required. */
const has = (module: string): boolean => {
  const found = spawnSync(python, ['-c', `import ${module}`]).status === 0;
  if (!found && (process.env['RELAIS_REQUIRE'] ?? '').split(',').includes('python'))
    throw new Error(`Python's ${module} is required (RELAIS_REQUIRE) and not here: install python3-${module}`);
  return found;
};

/** A test that asks Python; named as skipped where it is not. */
export const itWith = (module: 'feedparser' | 'icalendar' | 'xml.etree'): typeof it => (has(module) ? it : it.skip);
