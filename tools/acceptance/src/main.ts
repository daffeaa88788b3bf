import { pointsNamed, WrongUse } from './arguments.ts';
import { inWords, judge } from './judge.ts';
import { points } from './points.ts';

const required = (process.env['RELAIS_REQUIRE'] ?? '').split(',');

// What a point left running ends with this process: see `program.ts`.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
try {
  const judgement = await judge(pointsNamed(process.argv.slice(2), points), required, (line) => console.log(line));
  console.log(inWords(judgement));
  process.exitCode = judgement.failed > 0 ? 1 : 0;
} catch (error) {
  if (!(error instanceof WrongUse)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
