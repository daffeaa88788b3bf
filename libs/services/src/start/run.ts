import 'reflect-metadata';
import { readSettings } from '@relais/configuration';
import { deploy } from '../wiring/deploy.js';
import { exitCode, inWords } from './exit-code.js';
import { parts, sharingCourier, type Part } from './part.js';
import { startParts, type Running } from './start-parts.js';

/** `--now INSTANT` lets the clock stand still, as RELAIS_NOW does. */
const environment = (): NodeJS.ProcessEnv => {
  const at = process.argv.indexOf('--now');
  return at < 0 ? process.env : { ...process.env, RELAIS_NOW: process.argv[at + 1] ?? 'missing' };
};

const stopOn = (running: Running): void => {
  let stopping = false;
  const stop = (code: number): void => {
    if (stopping) return;
    stopping = true;
    running.stop().then(
      () => process.exit(code),
      (error: unknown) => {
        console.error(inWords(error));
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop(0));
  running.onFailure(() => stop(1));
};

/** Runs these services in this process until it is told to stop: what every entry point below `apps` calls. */
export const run = async (names: readonly Part['name'][]): Promise<void> => {
  try {
    const chosen = [...parts, sharingCourier].filter(({ name }) => names.includes(name));
    const running = await startParts(deploy(readSettings(environment())), chosen);
    stopOn(running);
    const who = chosen.length === parts.length ? 'Relais' : `Relais (${names.join(', ')})`;
    console.log(`${who} is ready${running.url ? `: ${running.url}` : ''}`);
  } catch (error) {
    console.error(inWords(error));
    process.exit(exitCode(error));
  }
};
