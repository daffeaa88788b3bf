import { createServer, type Server } from 'node:http';
import { accessSync, constants } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import type { ReadModels } from '@relais/read-models';
import { css } from '../layout/stylesheet.js';
import type { PageRequest } from '../page.js';
import { rendered } from './rendered.js';
import { stylesheet } from './request.js';

const required = (process.env['RELAIS_REQUIRE'] ?? '').split(',').includes('chromium');

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Where Chromium is: `CHROMIUM`, or what the search path finds; undefined where there is none. */
export const chromiumPath = [
  process.env['CHROMIUM'] ?? '',
  ...(process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'chromium')),
].find((path) => path !== '' && isProgram(path));

/** A group of tests that need Chromium: skipped by name without it, and failing where it is required. */
export const describeInChromium = (name: string, tests: (executablePath: string) => void): void => {
  if (chromiumPath !== undefined) return describe(name, () => tests(chromiumPath ?? ''));
  if (required)
    return describe(name, () => {
      it('finds Chromium, which RELAIS_REQUIRE asks for', () => {
        throw new Error('there is no chromium on the search path, and CHROMIUM names none');
      });
    });
  describe.skip(`${name} (needs chromium)`, () => tests(''));
};

/** Nothing of it talks to the network by itself. */
export const launchArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Every page over these read models at its own address on a port of this machine. */
export const served = async (
  models: ReadModels,
  more: (path: string) => Partial<PageRequest> = () => ({}),
  /** Others, by their addresses. */
  others: ReadonlyMap<string, string> = new Map(),
): Promise<{ origin: string; server: Server }> => {
  const server = createServer((request, response) => {
    const address = request.url ?? '/';
    if (address === stylesheet.path) {
      response.writeHead(200, { 'content-type': 'text/css; charset=utf-8' }).end(css);
      return;
    }
    const other = others.get(address);
    if (other !== undefined) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(other);
      return;
    }
    const { status, html } = rendered(models, address, more(address));
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
};
