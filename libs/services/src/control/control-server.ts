import { mkdirSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { dirname } from 'node:path';
import type { Role } from '../wiring/role-lock.js';
import { socketPath } from './socket-path.js';

/** What is asked over the socket: one line of JSON. */
export type ControlRequest = Readonly<{ verb: string; options: Readonly<Record<string, unknown>> }>;
/** What comes back: lines of JSON, the last being the result or the failure. */
export type ControlReply =
  Readonly<{ progress: unknown }> | Readonly<{ result: unknown }> | Readonly<{ failure: string; kind?: string }>;
/** Does what a verb says; `progress` may be called as often as there is something to show, and `gone` is aborted when whoever asked has left. */
export type ControlHandler = (
  options: Readonly<Record<string, unknown>>,
  progress: (step: unknown) => void,
  gone: AbortSignal,
) => Promise<unknown>;

/** Takes orders of the command line over a socket in the data folder, which only its owner can reach. */
export class ControlServer {
  private constructor(
    private readonly server: Server,
    private readonly connections: Set<Socket>,
  ) {}

  /** Where the command line looks for who has this role. */
  static ofRole(dataFolder: string, role: Role, handlers: Readonly<Record<string, ControlHandler>>) {
    return ControlServer.listen(socketPath(dataFolder, role), handlers);
  }

  static async listen(path: string, handlers: Readonly<Record<string, ControlHandler>>): Promise<ControlServer> {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    rmSync(path, { force: true });
    const connections = new Set<Socket>();
    const server = createServer((socket) => {
      connections.add(socket);
      socket.on('close', () => connections.delete(socket));
      socket.on('error', () => socket.destroy());
      createInterface({ input: socket }).once('line', (line) => void answer(line, handlers, socket));
    });
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve));
    return new ControlServer(server, connections);
  }

  async close(): Promise<void> {
    for (const socket of this.connections) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

const answer = async (line: string, handlers: Readonly<Record<string, ControlHandler>>, socket: Socket) => {
  const gone = new AbortController();
  socket.once('close', () => gone.abort());
  const say = (reply: ControlReply): void => void (socket.writable && socket.write(`${JSON.stringify(reply)}\n`));
  try {
    const { verb, options } = JSON.parse(line) as ControlRequest;
    const handler = handlers[verb];
    if (handler === undefined) throw new Error(`«${verb}» is not something this service does`);
    say({ result: (await handler(options, (progress) => say({ progress }), gone.signal)) ?? null });
  } catch (error) {
    say(error instanceof Error ? { failure: error.message, kind: error.name } : { failure: String(error) });
  }
  socket.end();
};
