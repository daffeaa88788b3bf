import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A real HTTP server on this machine, for as long as a test needs it. */
export type Loopback = Readonly<{
  /** Such as `http://127.0.0.1:40123`. */
  origin: string;
  port: number;
  /** Every request that came, in order. */
  requests: readonly IncomingMessage[];
  close(): Promise<void>;
}>;

export const listen = async (answer: RequestListener): Promise<Loopback> => {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    response.on('error', () => undefined);
    return answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    requests,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};
