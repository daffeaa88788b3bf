import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An answer that was prepared: to a request of this path, or of any; with or without a condition. */
export type Prepared = Readonly<{ status: number; headers: readonly string[]; body: Uint8Array }>;
/** What is answered to a request with `If-None-Match`, and to one without. */
export type Script = Readonly<{ plain: Prepared; conditional: Prepared }>;

/** The ceiling of serving: sends bytes that it was given, over nothing but Node's own server; says on which port. */
process.on('message', (script: Script | string) => {
  if (typeof script === 'string') return;
  const server = createServer((request, response) => {
    const { status, headers, body } =
      request.headers['if-none-match'] === undefined ? script.plain : script.conditional;
    response.writeHead(status, headers as string[]).end(body);
  });
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
});
console.log('ready');
