import { argumentsOf, WrongUse } from './arguments.ts';
import { benchmarks } from './benchmarks.ts';
import { corporaFigures, printCorpora } from './corpora.ts';
import { without } from './need.ts';
import { inWords } from './report.ts';

/** Runs what was asked for and prints each figure as it comes; a benchmark that fails does not keep the others from running. */
const run = async (): Promise<number> => {
  const { chosen, corpora, json } = argumentsOf(process.argv.slice(2), benchmarks, corporaFigures());
  let failed = 0;
  for (const { benchmark, amounts } of chosen) {
    const instead = without(benchmark.needs);
    if (instead !== undefined) {
      console.error(`${benchmark.name}: ${instead} (needs ${benchmark.needs?.what})`);
      if (instead === 'failed') failed = 1;
      continue;
    }
    try {
      for (const measurement of await benchmark.measure(amounts))
        console.log(json ? JSON.stringify(measurement) : inWords(measurement));
    } catch (error) {
      failed = 1;
      console.error(
        `${benchmark.name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    }
  }
  return corpora.length > 0 ? Math.max(failed, printCorpora(corpora, json)) : failed;
};

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
try {
  process.exitCode = await run();
} catch (error) {
  if (!(error instanceof WrongUse)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
