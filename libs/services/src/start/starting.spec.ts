import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { freePort } from '@relais/transport/testing';
import { oneAssembly, Spawned } from '../testing/index.js';

let folder: string;
let environment: Record<string, string>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'relais-start-'));
  writeFileSync(join(folder, 'relais.yaml'), oneAssembly());
  environment = {
    PORT: String(await freePort()),
    RELAIS_DATA: join(folder, 'data'),
    RELAIS_CONFIG: join(folder, 'relais.yaml'),
  };
});
afterEach(async () => {
  await Spawned.stopAll();
  rmSync(folder, { recursive: true, force: true });
});

const hub = (more: Record<string, string> = {}, ...words: string[]): Spawned =>
  Spawned.start('hub', { ...environment, ...more }, ...words);
const lines = (text: string): string[] => text.trim().split('\n');

describe('the hub', () => {
  it('says in one line that it is ready, and where; and ends when it is told to', async () => {
    const running = hub();
    await running.ready();
    expect((await fetch(`http://127.0.0.1:${environment['PORT']}/readyz`)).status).toBe(200);
    const { code, stdout } = await running.stop();
    expect(code).toBe(0);
    expect(lines(stdout)).toEqual([`Relais is ready: http://127.0.0.1:${environment['PORT']}`]);
  });

  it('refuses a configuration with a mistake: file, line, what was expected', async () => {
    writeFileSync(
      join(folder, 'relais.yaml'),
      'assemblies:\n  - id: lille\n    name: Lille\n    city: Lille\n    country: France\n    zone: Europe/Paris\n',
    );
    const { code, stderr } = await hub().ended;
    expect(code).toBe(2);
    expect(lines(stderr)).toHaveLength(1);
    expect(stderr).toContain('relais.yaml:5');
    expect(stderr).toContain('expected a country of two capitals');
  });

  it('refuses settings with mistakes, a line for each', async () => {
    const { code, stderr } = await hub({ PORT: 'three', SMTP_URL: 'mail.example' }).ended;
    expect(code).toBe(2);
    expect(lines(stderr)).toHaveLength(2);
    expect(stderr).toContain('PORT must be');
  });

  it('refuses a moment for its clock that is none', async () => {
    const { code, stderr } = await hub({}, '--now', 'yesterday').ended;
    expect([code, lines(stderr).length]).toEqual([2, 1]);
  });

  it('refuses a port that is taken', async () => {
    const server = createServer().listen(Number(environment['PORT']), '127.0.0.1');
    const { code, stderr } = await hub().ended;
    server.close();
    expect(code).toBe(1);
    expect(lines(stderr)).toHaveLength(1);
    expect(stderr).toContain(`port ${environment['PORT']} of 127.0.0.1 is taken`);
  });

  it('refuses a data folder that cannot be one', async () => {
    writeFileSync(join(folder, 'data'), 'a file where the folder should be');
    const { code, stderr } = await hub().ended;
    expect([code, lines(stderr).length]).toEqual([1, 1]);
    expect(stderr).toContain(join(folder, 'data'));
  });

  it('refuses a data folder where nothing can be written', async () => {
    // Even root cannot make a folder there.
    const { code, stderr } = await hub({ RELAIS_DATA: '/sys/relais' }).ended;
    expect([code, lines(stderr).length]).toEqual([1, 1]);
    expect(stderr).toContain('/sys/relais cannot be made');
  });

  it('refuses the data of a newer version', async () => {
    mkdirSync(join(folder, 'data'));
    const log = new DatabaseSync(join(folder, 'data', 'log.db'));
    log.exec("CREATE TABLE log(schema INTEGER NOT NULL, identity TEXT NOT NULL); INSERT INTO log VALUES (99, 'x')");
    log.close();
    const { code, stderr } = await hub().ended;
    expect([code, lines(stderr).length]).toEqual([1, 1]);
    expect(stderr).toContain('was written by a newer Relais');
  });

  it('refuses a data folder that another hub works in, and takes it over when that one was killed', async () => {
    const first = hub();
    await first.ready();
    const { code, stderr } = await hub({ PORT: String(await freePort()) }).ended;
    expect([code, lines(stderr).length]).toEqual([1, 1]);
    expect(stderr).toContain(`another Relais (process ${first.child.pid})`);
    await first.stop('SIGKILL');
    const next = hub();
    await next.ready();
    expect((await next.stop()).code).toBe(0);
  });
});
