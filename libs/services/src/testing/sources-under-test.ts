import type { RequestListener } from 'node:http';
import { listen, type Loopback } from '@relais/transport/testing';

/** Answers requests as a source would, well or badly. */
export const answers = {
  text:
    (body: string | Buffer, mediaType = 'application/rss+xml'): RequestListener =>
    (_request, response) =>
      void response.writeHead(200, { 'content-type': mediaType }).end(body),
  status:
    (code: number): RequestListener =>
    (_request, response) =>
      void response.writeHead(code).end(),
  silence: (): void => undefined,
} as const;

/** Sources on this machine, each path answering as it is told at the time. */
export class SourcesUnderTest {
  readonly #answers = new Map<string, RequestListener>();
  #server: Loopback | undefined;

  async start(): Promise<void> {
    this.#server = await listen((request, response) =>
      (this.#answers.get(request.url ?? '') ?? answers.status(404))(request, response),
    );
  }

  at(path: string): string {
    if (this.#server === undefined) throw new Error('the sources were not started');
    return `${this.#server.origin}${path}`;
  }

  answer(path: string, answer: RequestListener): void {
    this.#answers.set(path, answer);
  }

  /** Answers 404 again, whatever it was told. */
  forget(): void {
    this.#answers.clear();
  }

  async stop(): Promise<void> {
    await this.#server?.close();
  }
}
