import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figure } from '../figure.ts';
import { cases } from './cases.ts';
import type { HostileCase } from './hostile-case.ts';
import type { Verdict } from './reading-child.ts';

/** What a document of ten megabytes may cost at most. */
const most = { seconds: 2, megabytes: 300 };
/** What a reader's heap may grow to, in megabytes: as in the worker that the collector reads in. */
const heap = 192;
/** Who takes longer hangs. */
const patience = 20_000;

const child = join(import.meta.dirname, 'reading-child.ts');

/** Reads a case in a process of its own. */
export const readApart = async (
  { name, body }: HostileCase,
  folder: string,
  by: 'ours' | 'peer' = 'ours',
): Promise<Verdict> => {
  const file = join(folder, 'document');
  writeFileSync(file, body());
  const process = fork(child, [name, file, by], {
    execArgv: ['--no-warnings', `--max-old-space-size=${heap}`],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const timer = setTimeout(() => process.kill('SIGKILL'), patience);
  let verdict: Verdict | undefined;
  let complaint = '';
  process.on('message', (message) => (verdict = message as Verdict));
  process.stderr?.on('data', (chunk) => (complaint += String(chunk)));
  const [code, signal] = (await once(process, 'close')) as [number | null, string | null];
  clearTimeout(timer);
  return verdict ?? { wrong: `ended with ${signal ?? code}: ${complaint.slice(0, 500)}`, seconds: NaN, megabytes: NaN };
};

const verdictOf = ({ wrong, seconds, megabytes }: Verdict): string | undefined => {
  if (wrong !== undefined) return wrong;
  if (seconds > most.seconds) return `${seconds.toFixed(2)} s of CPU`;
  return megabytes > most.megabytes ? `${Math.round(megabytes)} MB` : undefined;
};

const isXml = ({ body }: HostileCase): boolean =>
  Buffer.from(body()).subarray(0, 200).toString().trimStart().startsWith('<');

export const hostile: Figure = {
  name: 'hostile',
  needs: [],
  async measure(tell) {
    const folder = mkdtempSync(join(tmpdir(), 'relais-hostile-'));
    let [right, rightByPeer, xml] = [0, 0, 0];
    let worst = { seconds: 0, megabytes: 0 };
    try {
      for (const one of cases) {
        const verdict = await readApart(one, folder);
        const wrong = verdictOf(verdict);
        if (wrong === undefined) right++;
        else tell(`${one.name}: ${wrong}`);
        if (isXml(one)) {
          xml++;
          rightByPeer += verdictOf(await readApart(one, folder, 'peer')) === undefined ? 1 : 0;
        }
        const { seconds, megabytes } = verdict;
        worst = {
          seconds: Math.max(worst.seconds, seconds || 0),
          megabytes: Math.max(worst.megabytes, megabytes || 0),
        };
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
    const conditions = {
      'heap at most, MB': heap,
      figure:
        'cases that are read right or refused with a reason, within 2 s of CPU and 300 MB, each in a process of its own',
      'CPU of the worst, s': Number(worst.seconds.toFixed(2)),
      'memory of the worst, MB': Math.round(worst.megabytes),
      peer: `feedsmith 3.0.1, of the ${xml} cases that are XML, within the same limits; what it leaves unclean does not count against it`,
    };
    const [all, ratio] = [cases.length, Number((right / cases.length).toFixed(4))];
    return [
      { name: 'hostile', figure: right, unit: `cases of ${all}`, ceiling: all, peer: rightByPeer, ratio, conditions },
    ];
  },
};
