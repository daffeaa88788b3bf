import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A process of our own that answers what it is asked over its channel. */
export type Child = Readonly<{
  /** The first line that begins with `ready`, or with what was waited for. */
  ready: string;
  ask(question: string | object): Promise<unknown>;
  /** The time its processor spent on it so far, in milliseconds, all threads together. */
  cpu(): Promise<number>;
}>;

type Started = Readonly<{ env?: NodeJS.ProcessEnv; ready?: RegExp; args?: readonly string[] }>;

const probe = join(import.meta.dirname, 'serving', 'cpu-probe.ts');

/** Runs a script in a process of its own while the work goes on, and ends it afterwards. */
export const withProcess = async <Result>(
  script: string,
  { env = {}, ready = /^ready/, args = [] }: Started,
  work: (child: Child) => Promise<Result>,
): Promise<Result> => {
  const child = fork(script, args, {
    execArgv: ['--no-warnings', '--import', probe],
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced',
  });
  const ended = once(child, 'exit');
  const said: string[] = [];
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw new Error(`${script} has no output`);
  const isReady = new Promise<string>((resolve, reject) => {
    const heard = (line: string): void => {
      said.push(line);
      if (said.length > 50) said.shift();
      if (ready.test(line)) resolve(line);
    };
    for (const input of [stdout, stderr]) createInterface({ input }).on('line', heard);
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}:\n${said.join('\n')}`)));
  });
  const ask = async (question: string | object): Promise<unknown> => {
    child.send(question);
    const [answer] = (await once(child, 'message')) as unknown[];
    return answer;
  };
  try {
    return await work({ ready: await isReady, ask, cpu: async () => Number(await ask('cpu')) });
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
};
