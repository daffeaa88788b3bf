import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asModule, compiledByMjml } from './compiled-by-mjml.js';

/** Compiles the shell of letters, after a change to its source: `npm run templates`. */
const shell = join(import.meta.dirname, '../../src/shell');
writeFileSync(
  join(shell, 'compiled-shell.ts'),
  asModule(await compiledByMjml(readFileSync(join(shell, 'letter.mjml'), 'utf8'))),
);
