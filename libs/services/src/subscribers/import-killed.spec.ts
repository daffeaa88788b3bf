import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Keys } from '@relais/transport';
import { holds } from '../erasing/testing/traces.js';
import { freePort } from '@relais/transport/testing';
import { HubUnderTest, oneAssembly, Spawned } from '../testing/index.js';

const persons = Array.from({ length: 6_000 }, (_, n) => `personne${n}@exemple.test`);
const list = 'info-lille';

let folder: string;
let environment: Record<string, string>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'relais-import-killed-'));
  writeFileSync(join(folder, 'relais.yaml'), oneAssembly());
  writeFileSync(join(folder, 'members.txt'), `${persons.join('\n')}\n`);
  const data = join(folder, 'data');
  environment = {
    ...{ RELAIS_DATA: data, RELAIS_CONFIG: join(folder, 'relais.yaml'), PORT: String(await freePort()) },
    RELAIS_NOW: '2026-11-25T09:00:00Z',
  };
});
afterEach(async () => {
  await Spawned.stopAll();
  rmSync(folder, { recursive: true, force: true });
});

const words = (): string[] => ['subscribers', 'import', join(folder, 'members.txt'), '--list', list, '--json'];

/** Resolves when it says that so many are imported; the process goes on. */
const saidImported = async (running: Spawned, count: number): Promise<void> => {
  for await (const _chunk of running.child.stdout ?? [])
    for (const [, imported] of running.stdout.matchAll(/"imported":(\d+)/g)) if (Number(imported) >= count) return;
};

/** Everybody is there once, and no address is in what was said. */
const expectWhole = async (said: string): Promise<void> => {
  expect(holds(Buffer.from(said), persons[0] ?? '')).toBe(false);
  const hub = await HubUnderTest.start({ folder: join(folder, 'data'), configuration: oneAssembly(), environment });
  try {
    const imported = (await hub.events('subscription.imported')).map(
      ({ data }) => data as { person: string; address: string; lookup: string },
    );
    expect(new Set(imported.map(({ lookup }) => lookup)).size).toBe(persons.length);
    expect(imported).toHaveLength(persons.length);
    const keys = hub.get(Keys);
    const opened = await Promise.all(imported.map(({ person, address }) => keys.open(person as never, address)));
    expect(opened.sort()).toEqual([...persons].sort());
    expect(await hub.events('import.begun')).toHaveLength(1);
    const [completed] = await hub.events('import.completed');
    expect(completed?.data).toMatchObject({ imported: persons.length, known: 0, left: 0, refused: 0 });
  } finally {
    await hub.stop();
  }
};

describe('an import that is killed', () => {
  it('goes on where it was by the same command, and loses and doubles nobody', async () => {
    const first = Spawned.start('cli', environment, ...words());
    await saidImported(first, 1_000);
    first.child.kill('SIGKILL');
    await first.ended;
    expect(first.stdout).not.toContain('"outcome"');
    const { stdout, stderr, code } = await Spawned.start('cli', environment, ...words()).ended;
    expect([code, stderr]).toEqual([0, '']);
    await expectWhole(first.stdout + stdout);
  });

  it('with the hub that does it goes on once the hub is there again', async () => {
    const hub = Spawned.start('hub', environment);
    await hub.ready();
    const asking = Spawned.start('cli', environment, ...words());
    await saidImported(asking, 500);
    await hub.stop('SIGKILL');
    const refused = await asking.ended;
    expect([refused.code, refused.stderr]).toEqual([
      1,
      expect.stringContaining('stopped before «subscribers» was done'),
    ]);
    const again = Spawned.start('hub', environment);
    await again.ready();
    const { code, stdout } = await Spawned.start('cli', environment, ...words()).ended;
    expect(code).toBe(0);
    await again.stop();
    await expectWhole(stdout);
  });
});
