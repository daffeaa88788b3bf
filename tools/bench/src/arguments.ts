import { parseArgs } from 'node:util';
import type { Amounts, Benchmark } from './benchmark.ts';
import { corpora } from './corpora.ts';

/** What was asked for on the command line. */
export type Asked = Readonly<{
  chosen: readonly Readonly<{ benchmark: Benchmark; amounts: Amounts }>[];
  /** Which figures of `tools/corpora`. */
  corpora: readonly string[];
  json: boolean;
}>;

/** It was asked for in a way that cannot be understood; the message says how to ask. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}

const wholeNumber = (name: string, text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d*$/.test(text)) throw new WrongUse(`--${name} must be a whole number from 1, got «${text}»`);
  return Number(text);
};

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        events: { type: 'string' },
        rounds: { type: 'string' },
        minutes: { type: 'string' },
      },
    });
  } catch (error) {
    throw new WrongUse((error as Error).message, { cause: error });
  }
};

/** Reads `[NAME…] [--json] [--events N] [--rounds N] [--minutes N]`; throws {@link WrongUse}. Without a name, all are chosen; `figures` are those of `tools/corpora`. */
export const argumentsOf = (
  args: readonly string[],
  benchmarks: readonly Benchmark[],
  figures: readonly string[] = [],
): Asked => {
  const { positionals, values } = parsed(args);
  const names = benchmarks.map(({ name }) => name);
  const unknown = positionals.filter((name) => ![...names, corpora, ...figures].includes(name));
  if (unknown.length > 0)
    throw new WrongUse(
      `no benchmark is called ${unknown.join(', ')}; there are ${[...names, corpora, ...figures].join(', ')}`,
    );
  const events = wholeNumber('events', values.events);
  const rounds = wholeNumber('rounds', values.rounds);
  const minutes = wholeNumber('minutes', values.minutes);
  const chosen = benchmarks
    .filter(({ name }) => positionals.length === 0 || positionals.includes(name))
    .map((benchmark) => ({
      benchmark,
      amounts: {
        // Each is ten seconds of a hub that goes on.
        rounds: benchmark.counts === 'sources' && minutes ? 6 * minutes : (rounds ?? benchmark.usual.rounds),
        each: benchmark.counts === 'events' ? (events ?? benchmark.usual.each) : benchmark.usual.each,
      },
    }));
  const all = positionals.length === 0 || positionals.includes(corpora);
  const ofCorpora = figures.filter((figure) => all || positionals.includes(figure));
  return { chosen, corpora: ofCorpora, json: values.json ?? false };
};
