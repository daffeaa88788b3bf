import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Program, type Ended } from './program.ts';
import { repository } from './repository.ts';
import { Site } from './site.ts';

export type Service = 'hub' | 'collector' | 'projector' | 'courier' | 'portal';
type Environment = Readonly<Record<string, string>>;

/** The day on which all is shown, so that pages of different runs can be compared. */
export const today: Environment = { RELAIS_NOW: '2026-11-25T09:00:00Z' };

export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

/** A data folder and a port, and the programs that run there. Nothing of it is left afterwards. */
export class Room {
  readonly folder = mkdtempSync(join(tmpdir(), 'relais-acceptance-'));
  readonly data = join(this.folder, 'data');
  /** A configuration of its own, for who writes one there. */
  readonly configFile = join(this.folder, 'relais.yaml');
  readonly site: Site;
  readonly environment: Environment;
  readonly #programs: Program[] = [];
  readonly #remove = (): void => rmSync(this.folder, { recursive: true, force: true });

  private constructor(port: number, more: Environment) {
    const { PATH = '', HOME = '' } = process.env;
    this.site = new Site(`http://127.0.0.1:${port}`);
    this.environment = { PATH, HOME, PORT: String(port), RELAIS_DATA: this.data, ...more };
    process.once('exit', this.#remove);
  }

  /** Gives the work a room of its own, with these settings beside the usual ones. */
  static async with<Result>(more: Environment, work: (room: Room) => Promise<Result>): Promise<Result> {
    const room = new Room(await freePort(), more);
    try {
      return await work(room);
    } finally {
      await room.#end();
    }
  }

  /** Any command line, in the repository unless another folder is named. */
  run(
    command: readonly [string, ...string[]],
    more: Environment = {},
    { folder = repository, user }: { folder?: string; user?: number | undefined } = {},
  ): Program {
    const own = existsSync(this.configFile) ? { RELAIS_CONFIG: this.configFile } : {};
    const environment = { ...this.environment, ...own, ...more };
    const program = new Program({ command, folder, environment, ...(user !== undefined && { user }) });
    this.#programs.push(program);
    return program;
  }

  /** A service as it was built. */
  service(name: Service, more: Environment = {}, user?: number): Program {
    return this.run([process.execPath, join(repository, 'apps', name, 'dist', 'index.js')], more, { user });
  }

  /** The whole hub, once it is ready. */
  async hub(more: Environment = {}): Promise<Program> {
    const hub = this.service('hub', more);
    await hub.ready();
    return hub;
  }

  /** `relais …`, in this room; throws what it said where it failed. */
  async relais(...words: readonly string[]): Promise<string> {
    return done(
      await this.run([process.execPath, join(repository, 'apps', 'cli', 'dist', 'index.js'), ...words]).ended,
    );
  }

  /** The same as a person types it. */
  async npmRunRelais(...words: readonly string[]): Promise<string> {
    return done(await this.run(['npm', 'run', '--silent', 'relais', '--', ...words]).ended);
  }

  /** How many events the log holds, as `relais status` says. */
  async events(): Promise<number> {
    return lastJson<{ events: number }>(await this.relais('status', '--json')).events;
  }

  async #end(): Promise<void> {
    await Promise.all(this.#programs.map((program) => program.stop('SIGKILL')));
    process.off('exit', this.#remove);
    this.#remove();
  }
}

const done = ({ code, stdout, stderr }: Ended): string => {
  if (code !== 0) throw new Error(`the command ended with ${code}: ${stderr.trim() || stdout.trim()}`);
  return stdout;
};

/** The last line of what a verb said with `--json`: its result. */
export const lastJson = <Value>(output: string): Value => JSON.parse(output.trim().split('\n').at(-1) ?? '') as Value;
