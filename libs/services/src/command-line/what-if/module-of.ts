import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Untriable } from '@relais/read-models';
import { WrongUse } from '../verb.js';

/** The whole path of a file that somebody named; throws {@link WrongUse} where there is none. */
export const fileNamed = (option: string, name: string): string => {
  const file = resolve(name);
  if (existsSync(file)) return file;
  throw new WrongUse(`${option}: there is no file ${file}`);
};

/** What a file of JavaScript exports; throws one clear line where it cannot be run. */
export const moduleOf = async (option: string, name: string): Promise<Readonly<Record<string, unknown>>> => {
  const file = fileNamed(option, name);
  try {
    return (await import(pathToFileURL(file).href)) as Readonly<Record<string, unknown>>;
  } catch (error) {
    throw new Untriable(`${file} cannot be run: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
};
