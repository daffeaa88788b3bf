import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Connections that never carried a request, as browsers open them in advance. A server that closes ends those that are idle
 * after one, and waits for these until their time is up, a minute and more; whoever stops it ends them at once.
 */
export class SilentConnections {
  readonly #sockets = new Set<Socket>();

  constructor(server: Server) {
    server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
    server.on('request', ({ socket }: { socket: Socket }) => this.#sockets.delete(socket));
  }

  end(): void {
    for (const socket of this.#sockets) socket.destroy();
  }
}
