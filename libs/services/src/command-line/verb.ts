import type { Settings } from '@relais/configuration';
import type { Deployment } from '../wiring/deployment.js';
import type { Output } from './output.js';

/** How a verb ended: what the process exits with, beside 2 for wrong use. */
export type Ending = 0 | 1;

/** What a verb is given: where Relais is, and where to speak. */
export type Desk = Readonly<{
  settings: Settings;
  /** Read when asked for; throws InvalidConfiguration. */
  deployment: () => Deployment;
  output: Output;
}>;

/** An option of a verb, in commander's form: `--limit <number>`. */
export type Option = readonly [flags: string, description: string];

/** Values of options by their camel-cased names; `true` for one that takes none. */
export type Options = Readonly<Record<string, string | boolean | undefined>>;

/** Something the command line does. One file each. */
export interface Verb {
  readonly name: string;
  readonly summary: string;
  readonly options?: readonly Option[];
  /** What it is done to, in commander's form: `<documents...>`. */
  readonly operands?: string;
  run(desk: Desk, options: Options, operands: readonly string[]): Promise<Ending>;
}

/** The words of the command were not right: the process ends with 2. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}

/** A whole number given as text; throws {@link WrongUse} for anything else. */
export const wholeNumber = (option: string, text: string | boolean | undefined): number | undefined => {
  if (text === undefined) return undefined;
  if (typeof text !== 'string' || !/^\d{1,15}$/.test(text))
    throw new WrongUse(`${option} takes a whole number, got «${text}»`);
  return Number(text);
};
