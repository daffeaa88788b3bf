import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** The wire between a client and a server: it can be cut, and it can fall silent, while its address stays. */
export class Wire {
  readonly #ends = new Set<Socket>();
  readonly #server = createServer((near) => this.#carry(near));
  #silent = false;
  #port = 0;

  constructor(private to: () => number | undefined) {}

  async open(): Promise<void> {
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  get port(): number {
    return this.#port;
  }

  /** Resolves when nobody is connected. */
  async idle(): Promise<void> {
    for (const end of this.#ends) if (!end.closed) await once(end, 'close');
  }

  /** What is sent from now on does not arrive, and nobody is told. */
  fallSilent(): void {
    this.#silent = true;
    for (const end of this.#ends) end.pause();
  }

  speakAgain(): void {
    this.#silent = false;
    for (const end of this.#ends) end.resume();
  }

  /** Ends every connection in the middle of what it carries. */
  cut(): void {
    for (const end of this.#ends) end.destroy();
  }

  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.cut();
    await closed;
  }

  #carry(near: Socket): void {
    const port = this.to();
    if (port === undefined) {
      near.destroy();
      return;
    }
    const far = connect(port, '127.0.0.1');
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#ends.add(from);
      // As gRPC itself has it: otherwise small messages wait for one another.
      from.setNoDelay(true);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.#ends.delete(from);
        to.destroy();
      });
      from.on('data', (chunk) => to.write(chunk));
      if (this.#silent) from.pause();
    }
  }
}
