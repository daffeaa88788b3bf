import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/**
 * Waits until nobody else has this port of this machine, and holds it; resolves to what gives it back. The system takes it from
 * a process that ends, however it ends.
 */
export const turnAt = async (port: number): Promise<() => Promise<void>> => {
  for (;;) {
    const waiting = new Set<Socket>();
    const server = createServer((socket) => {
      waiting.add(socket.on('error', () => undefined));
    });
    try {
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
      return async () => {
        server.close();
        for (const socket of waiting) socket.destroy();
        await once(server, 'close');
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      await ended(port);
    }
  }
};

/** Resolves when whoever holds the port gives it back. */
const ended = (port: number): Promise<void> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket
      .on('error', () => undefined)
      .on('close', () => resolve())
      .resume();
  });
