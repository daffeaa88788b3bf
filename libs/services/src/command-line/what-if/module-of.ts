import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Untriable } from '@relais/read-models';
import { WrongUse } from '../verb.js';

/** What a file of JavaScript exports; throws {@link WrongUse} where there is no such file, one clear line where it cannot be run. */
export const moduleOf = async (option: string, name: string): Promise<Readonly<Record<string, unknown>>> => {
  const file = resolve(name);
  if (!existsSync(file)) throw new WrongUse(`${option}: there is no file ${file}`);
  try {
    return (await import(pathToFileURL(file).href)) as Readonly<Record<string, unknown>>;
  } catch (error) {
    throw new Untriable(`${file} cannot be run: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
};
