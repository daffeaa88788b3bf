import { Agent, request, type IncomingHttpHeaders } from 'node:http';
import { buffer } from 'node:stream/consumers';

export type Asked = Readonly<{ path: string; headers: Readonly<Record<string, string>> }>;
export type Answer = Readonly<{ status: number; headers: IncomingHttpHeaders; raw: readonly string[]; body: Buffer }>;

/** How many connections ask at the same time. */
const connections = 4;

/** Opens connections to one server and keeps them; close it when done. */
export class Visitors {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: connections });
  readonly #origin: string;

  constructor(origin: string) {
    this.#origin = origin;
  }

  ask({ path, headers }: Asked): Promise<Answer> {
    return new Promise((resolve, reject) => {
      request(new URL(path, this.#origin), { agent: this.#agent, headers }, (response) => {
        buffer(response).then(
          (body) =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, raw: response.rawHeaders, body }),
          reject,
        );
      })
        .on('error', reject)
        .end();
    });
  }

  /** Asks so many times; throws when an answer is another than is expected. */
  async askOften(count: number, asked: (n: number) => Asked, status: number): Promise<void> {
    let next = 0;
    const visitor = async (): Promise<void> => {
      while (next < count) {
        const one = asked(next++);
        const answer = await this.ask(one);
        if (answer.status !== status) throw new Error(`${one.path} answered ${answer.status}, not ${status}`);
      }
    };
    await Promise.all(Array.from({ length: connections }, visitor));
  }

  close(): void {
    this.#agent.destroy();
  }
}
