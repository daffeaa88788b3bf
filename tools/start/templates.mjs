import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asModule, compiledByMjml } from '@relais/digests/testing';

/** Compiles the shell of letters: `npm run templates`, after a change to its source. */
const shell = join(import.meta.dirname, '../../libs/digests/src/shell');
writeFileSync(
  join(shell, 'compiled-shell.ts'),
  asModule(await compiledByMjml(readFileSync(join(shell, 'letter.mjml'), 'utf8'))),
);
