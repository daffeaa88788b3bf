import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { repository } from './hub-under-test.js';

export type Ended = Readonly<{ code: number | null; stdout: string; stderr: string }>;

/** A program of ours as a process of its own, as it was built. */
export class Spawned {
  static readonly #running = new Set<Spawned>();
  stdout = '';
  stderr = '';
  readonly ended: Promise<Ended>;

  private constructor(readonly child: ChildProcess) {
    Spawned.#running.add(this);
    child.stdout?.on('data', (chunk: Buffer) => (this.stdout += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (this.stderr += chunk.toString()));
    this.ended = once(child, 'close').then(([code]) => {
      Spawned.#running.delete(this);
      return { code: code as number | null, stdout: this.stdout, stderr: this.stderr };
    });
  }

  static start(
    application: 'hub' | 'collector' | 'projector' | 'courier' | 'portal' | 'cli',
    environment: Readonly<Record<string, string>>,
    ...words: readonly string[]
  ): Spawned {
    const file = join(repository, 'apps', application, 'dist', 'index.js');
    const { PATH = '' } = process.env;
    const child = spawn(process.execPath, [file, ...words], { cwd: repository, env: { PATH, ...environment } });
    return new Spawned(child);
  }

  /** Resolves at the ready line; rejects with what was said if the process ends before. */
  async ready(): Promise<void> {
    if (this.child.stdout === null) throw new Error('the process has no standard output');
    for await (const line of createInterface({ input: this.child.stdout })) if (/^Relais.* is ready/.test(line)) return;
    const { code, stderr } = await this.ended;
    throw new Error(`the process ended with ${code} before it was ready: ${stderr}`);
  }

  /** Stops what a test that failed left running. */
  static async stopAll(): Promise<void> {
    await Promise.all([...Spawned.#running].map((one) => one.stop('SIGKILL')));
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<Ended> {
    this.child.kill(signal);
    return this.ended;
  }
}
