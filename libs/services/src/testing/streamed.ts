import { once } from 'node:events';
import { get, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';

/** What a server sends as events, read over a connection of its own; it does not come back when it is lost. */
export class Streamed {
  #text = '';
  #read = 0;

  private constructor(
    private readonly message: IncomingMessage,
    private readonly chunks: AsyncIterator<string>,
  ) {}

  static async from(url: URL, headers: Readonly<Record<string, string>>): Promise<Streamed> {
    const request = get(url, { headers, agent: false });
    const [message] = (await once(request, 'response')) as [IncomingMessage];
    message.setEncoding('utf8');
    return new Streamed(message, message[Symbol.asyncIterator]() as AsyncIterator<string>);
  }

  get headers(): IncomingHttpHeaders {
    return this.message.headers;
  }

  /** All that was read so far. */
  get text(): string {
    return this.#text;
  }

  /** The data of the next event that is as it should be; rejects where the server ends before. */
  async until<Data>(isIt: (data: Data) => boolean): Promise<Data> {
    for (;;) {
      for (let data = this.#next<Data>(); data !== undefined; data = this.#next()) if (isIt(data)) return data;
      const { done, value } = await this.chunks.next();
      if (done) throw new Error(`the events ended: ${this.#text}`);
      this.#text += value;
    }
  }

  /** Resolves when the server has ended them. */
  async ended(): Promise<void> {
    while (!(await this.chunks.next()).done);
  }

  leave(): void {
    this.message.destroy();
  }

  #next<Data>(): Data | undefined {
    const end = this.#text.indexOf('\n\n', this.#read);
    if (end < 0) return undefined;
    const event = this.#text.slice(this.#read, end);
    this.#read = end + 2;
    const data = /^data: (.*)$/m.exec(event)?.[1];
    return data === undefined ? this.#next() : (JSON.parse(data) as Data);
  }
}
