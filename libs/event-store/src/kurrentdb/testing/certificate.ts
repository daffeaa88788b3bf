import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const installed = spawnSync('openssl', ['version']).status === 0;
const required = (process.env['RELAIS_REQUIRE'] ?? '').split(',').includes('openssl');

/** `describe` where openssl is found, or must be; a named skip elsewhere: Node.js makes no certificates. */
export const describeWithOpenssl = (name: string, tests: () => void): void => {
  const run = installed || required ? describe : describe.skip;
  run(`${name} (needs openssl)`, () => {
    if (installed || !required) tests();
    else it('finds openssl', () => expect('openssl on the PATH').toBe('there'));
  });
};

export type Certificate = Readonly<{ key: Buffer; certificate: Buffer; file: string }>;

/** A certificate for `localhost` that nobody but itself vouches for, in a folder. */
export const certificateIn = (folder: string): Certificate => {
  const [key, file] = [join(folder, 'server.key'), join(folder, 'server.crt')];
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const made = spawnSync('openssl', ['req', '-x509', ...curve, ...names, '-days', '2', '-keyout', key, '-out', file]);
  if (made.status !== 0) throw new Error(`openssl: ${made.stderr.toString()}`);
  return { key: readFileSync(key), certificate: readFileSync(file), file };
};
