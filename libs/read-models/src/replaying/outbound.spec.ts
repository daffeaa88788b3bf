import childProcess from 'node:child_process';
import dns from 'node:dns/promises';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import { connect, createServer, type AddressInfo } from 'node:net';
import { countOutbound } from './outbound.js';

describe('what reaches out of a thread', () => {
  const count = countOutbound();
  const server = createServer((socket) => socket.resume().end());
  let port = 0;
  beforeAll(async () => {
    await once(server.listen(0, '127.0.0.1'), 'listening');
    ({ port } = server.address() as AddressInfo);
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it.each<[string, () => unknown]>([
    ['a connection', () => once(connect(port, '127.0.0.1').resume(), 'close')],
    ['a request', () => once(http.get({ port, host: '127.0.0.1' }), 'error')],
    ['a look-up', () => dns.lookup('localhost')],
    ['a process', () => once(childProcess.spawn(process.execPath, ['-e', '']), 'exit')],
    ['a process that is waited for', () => childProcess.spawnSync(process.execPath, ['-e', ''])],
  ])('is counted: %s', async (_what, reachOut) => {
    const before = count();
    await reachOut();
    expect(count()).toBeGreaterThan(before);
  });

  it('is no file', () => {
    const before = count();
    readFileSync(import.meta.filename);
    expect(count()).toBe(before);
  });
});
