import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSocketServer, type AddressInfo } from 'node:net';

/** A port that was free a moment ago. */
export const freePort = async (): Promise<number> => {
  const server = createSocketServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};

/** Answers a request as a source would, well or badly. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export const answers = {
  text:
    (body: string | Buffer, mediaType = 'application/rss+xml'): Answer =>
    (_request, response) =>
      void response.writeHead(200, { 'content-type': mediaType }).end(body),
  status:
    (code: number): Answer =>
    (_request, response) =>
      void response.writeHead(code).end(),
  silence: (): void => undefined,
} as const;

/** Sources on this machine, each path answering as it is told at the time. */
export class Loopback {
  readonly #answers = new Map<string, Answer>();
  readonly #server = createServer((request, response) => {
    this.requests.push(request.url ?? '');
    (this.#answers.get(request.url ?? '') ?? answers.status(404))(request, response);
  });
  readonly requests: string[] = [];

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  at(path: string): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}${path}`;
  }

  answer(path: string, answer: Answer): void {
    this.#answers.set(path, answer);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
