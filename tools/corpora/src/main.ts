import { parseArgs } from 'node:util';
import type { Measurement } from './figure.ts';
import { figures } from './figures.ts';
import { missingModules, pythonIsRequired } from './python.ts';
import { inWords } from './report.ts';
import { isRequired, missing } from './shared.ts';

const names = figures.map(({ name }) => name);

/** Takes `[NAME…] [--json] [--verbose] [--names]`; undefined, once it has said how to ask, where that cannot be understood. */
const asked = () => {
  try {
    const options = { json: { type: 'boolean' }, verbose: { type: 'boolean' }, names: { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const unknown = positionals.filter((name) => !names.includes(name));
    if (unknown.length > 0) throw new Error(`no figure is called ${unknown.join(', ')}; there are ${names.join(', ')}`);
    return { ...values, chosen: figures.filter(({ name }) => positionals.length === 0 || positionals.includes(name)) };
  } catch (error) {
    console.error((error as Error).message);
    return undefined;
  }
};

const say = (measurement: Measurement, json: boolean): void =>
  console.log(json ? JSON.stringify(measurement) : inWords(measurement));

/** Each figure as it comes; one that fails does not keep the others from being taken. */
const run = async (): Promise<number> => {
  const wanted = asked();
  if (wanted === undefined) return 2;
  const { chosen, json = false, verbose = false, names: onlyNames = false } = wanted;
  if (onlyNames) {
    console.log(names.join('\n'));
    return 0;
  }
  let failed = 0;
  for (const figure of chosen) {
    const { name, needs, modules = [] } = figure;
    const absent = missing(needs);
    if (absent.length > 0) {
      console.error(`${name}: ${isRequired() ? 'failed' : 'skipped'} (needs ../shared/${absent.join(', ../shared/')})`);
      if (isRequired()) failed = 1;
      continue;
    }
    const unknown = missingModules(modules);
    if (unknown.length > 0) {
      console.error(`${name}: ${pythonIsRequired() ? 'failed' : 'skipped'} (needs Python's ${unknown.join(', ')})`);
      if (pythonIsRequired()) failed = 1;
      continue;
    }
    try {
      for (const measurement of await figure.measure((line) => verbose && console.error(line))) say(measurement, json);
    } catch (error) {
      failed = 1;
      console.error(`${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  }
  return failed;
};

process.exitCode = await run();
