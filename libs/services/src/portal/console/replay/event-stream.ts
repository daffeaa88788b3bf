import type { ServerResponse } from 'node:http';

/** After so many milliseconds a browser that lost the connection comes back. */
const retry = 2_000;

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  // A proxy that gathered events would show none until it has many.
  'x-accel-buffering': 'no',
};

/**
 * Events that a server sends, each the whole of what is: whoever reads more slowly than it changes is sent the last one when
 * they are ready for it, and nothing piles up for them.
 */
export class EventStream {
  #isFull = false;
  #waiting: string | undefined;

  constructor(private readonly response: ServerResponse) {
    response.writeHead(200, headers);
    response.on('drain', () => {
      this.#isFull = false;
      const waiting = this.#waiting;
      this.#waiting = undefined;
      if (waiting !== undefined) this.#write(waiting);
    });
    this.#write(`retry: ${retry}\n\n`);
  }

  send(name: string, data: unknown): void {
    const text = `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
    if (this.#isFull) this.#waiting = text;
    else this.#write(text);
  }

  /** Says that the connection is still there, to whatever stands between. */
  beat(): void {
    if (!this.#isFull) this.#write(':\n\n');
  }

  end(): void {
    this.response.end();
  }

  #write(text: string): void {
    if (!this.response.writableEnded) this.#isFull = !this.response.write(text);
  }
}
