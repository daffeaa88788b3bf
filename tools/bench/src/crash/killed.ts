import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';

/** What a process said until it was killed, in whole lines, and whether it had come to its end before. */
export type Killed = Readonly<{ lines: readonly string[]; hadEnded: boolean }>;

export type Victim = Readonly<{
  words: readonly string[];
  env?: Readonly<Record<string, string>>;
  /** Milliseconds until it is killed: from its start, or from its first line. */
  delay: number;
  from: 'start' | 'first line';
}>;

/** Runs a program of ours and kills it (SIGKILL) at a moment. */
export const killed = async ({ words, env = {}, delay, from }: Victim): Promise<Killed> => {
  const child = spawn(process.execPath, ['--no-warnings', ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], ...env },
  });
  const said: string[] = [];
  let complaint = '';
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const closed = once(child, 'close');
  if (from === 'first line') await Promise.race([once(child.stdout, 'data'), closed]);
  const ended = new AbortController();
  const late = after(delay, undefined, { signal: ended.signal }).catch(() => undefined);
  await Promise.race([late, closed]);
  child.kill('SIGKILL');
  await closed;
  // Without this, the process would wait for the longest delay before it ends.
  ended.abort();
  if (child.exitCode !== null && child.exitCode !== 0)
    throw new Error(`${words.join(' ')} failed by itself: ${complaint}`);
  return { lines: said.join('').split('\n').slice(0, -1), hadEnded: child.exitCode === 0 };
};
