import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export type Ended = Readonly<{ code: number | null; stdout: string; stderr: string }>;
export type Command = Readonly<{
  command: readonly [string, ...string[]];
  folder: string;
  environment: Readonly<Record<string, string>>;
  /** Another user than this one, where this one may choose. */
  user?: number;
}>;

/**
 * A program in a group of processes of its own, so that what it starts ends with it (npm starts a shell, which starts the
 * hub). Its specs have something alike for the services; this one starts any command, as a person would.
 */
export class Program {
  static readonly #running = new Set<Program>();
  readonly ended: Promise<Ended>;
  readonly #child: ChildProcess;
  readonly #said = { stdout: '', stderr: '' };

  constructor({ command: [name, ...words], folder, environment, user }: Command) {
    const identity = user === undefined ? {} : { uid: user, gid: user };
    const child = spawn(name, words, {
      ...{ cwd: folder, env: environment, detached: true, stdio: ['ignore', 'pipe', 'pipe'] as const },
      ...identity,
    });
    this.#child = child;
    Program.#running.add(this);
    child.stdout.on('data', (chunk: Buffer) => (this.#said.stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (this.#said.stderr += chunk.toString()));
    this.ended = once(child, 'close').then(([code]) => {
      Program.#running.delete(this);
      return { code: code as number | null, ...this.#said };
    });
    this.ended.catch(() => Program.#running.delete(this));
  }

  /** Resolves to the line that begins with `Relais` and says that it is ready; rejects with what was said if it ends before. */
  async ready(): Promise<string> {
    if (this.#child.stdout === null) throw new Error('the program has no standard output');
    for await (const line of createInterface({ input: this.#child.stdout }))
      if (/^Relais.* is ready/.test(line)) return line;
    const { code, stderr } = await this.ended;
    throw new Error(`the program ended with ${code} before it was ready: ${stderr.trim()}`);
  }

  stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<Ended> {
    this.#signal(signal);
    return this.ended;
  }

  #signal(signal: NodeJS.Signals): void {
    const { pid, exitCode, signalCode } = this.#child;
    if (pid === undefined || exitCode !== null || signalCode !== null) return;
    process.kill(-pid, signal);
  }

  /** Whatever happens, nothing is left running. */
  static endAll(): void {
    for (const program of Program.#running) program.#signal('SIGKILL');
  }
}

process.once('exit', () => Program.endAll());
