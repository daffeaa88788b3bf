import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** How a plain node runs our sources: types taken out, packages and `.js` imports resolved to `.ts`. */
const toSources = `import { registerHooks } from 'node:module';
registerHooks({ resolve: (name, context, next) =>
  next(context.parentURL?.endsWith('.ts') ? name.replace(/\\.js$/, '.ts') : name, context) });`;
const runsSources = [
  '--no-warnings',
  '--experimental-transform-types',
  '--conditions=@relais/source',
  `--import=data:text/javascript,${encodeURIComponent(toSources)}`,
];

/** Runs a script of this folder in a process of its own, and kills it as soon as it has said a line. */
export const killedInTheMiddle = async (script: string, argument: string): Promise<void> => {
  const child = spawn(process.execPath, [...runsSources, join(import.meta.dirname, script), argument], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await Promise.race([once(createInterface(child.stdout), 'line'), once(child, 'exit')]);
  child.kill('SIGKILL');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
};
