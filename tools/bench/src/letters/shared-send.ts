import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';

const repository = join(import.meta.dirname, '..', '..', '..', '..');

/** A process that takes part in a send and may be killed; `said` is the end of what it said. */
class Part {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  said = '';

  constructor(command: string, words: readonly string[], env: Readonly<Record<string, string>>) {
    this.child = spawn(command, words, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'], ...env },
    });
    for (const output of [this.child.stdout, this.child.stderr])
      output?.on('data', (chunk: Buffer) => (this.said = (this.said + chunk.toString()).slice(-4_000)));
    this.ended = once(this.child, 'close').then(([code]) => code as number | null);
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  get lives(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }
}

/** Who can be killed in the middle of a send. */
export const victims = ['courier', 'sharing courier', 'queue'] as const;
export type Victim = (typeof victims)[number];

/** A send of one list's issue by a courier, one that shares, and a Redis: each can be killed and is there again after it. */
export class SharedSend {
  readonly #parts = new Map<Victim, Part>();
  private readonly env: Readonly<Record<string, string>>;
  private readonly list: string;
  private readonly redisPort: number;

  constructor(env: Readonly<Record<string, string>>, list: string, redisPort: number) {
    this.env = { RELAIS_CONFIG: join(repository, 'relais.yaml'), PUBLIC_URL: 'https://relais.example.org', ...env };
    this.list = list;
    this.redisPort = redisPort;
  }

  /** Everybody who is not there comes. */
  begin(): void {
    for (const victim of victims) if (!this.#parts.get(victim)?.lives) this.#parts.set(victim, this.#start(victim));
  }

  /** Resolves to whether the send came to its end within this time; throws where the courier failed by itself. */
  async endsWithin(milliseconds: number, enough: () => Promise<boolean> = async () => false): Promise<boolean> {
    const courier = this.#parts.get('courier');
    const until = performance.now() + milliseconds;
    while (courier?.lives && performance.now() < until) {
      if (await enough()) return false;
      await Promise.race([courier.ended, after(5)]);
    }
    if (courier === undefined || courier.lives) return false;
    const code = await courier.ended;
    if (code !== 0) throw new Error(`the courier failed by itself (${code}): ${courier.said}`);
    return true;
  }

  async kill(victim: Victim): Promise<void> {
    await this.#parts.get(victim)?.kill();
  }

  async end(): Promise<void> {
    await Promise.all([...this.#parts.values()].map((part) => part.kill()));
  }

  #start(victim: Victim): Part {
    const node = (app: string, ...words: string[]): string[] => [
      '--no-warnings',
      join(repository, 'apps', app, 'dist', 'index.js'),
      ...words,
    ];
    switch (victim) {
      case 'courier':
        return new Part(process.execPath, node('cli', 'digest', '--list', this.list), this.env);
      case 'sharing courier':
        return new Part(process.execPath, node('courier'), { ...this.env, RELAIS_COURIER: 'share' });
      case 'queue':
        return new Part('redis-server', ['--port', String(this.redisPort), '--save', '', '--appendonly', 'no'], {});
    }
  }
}
