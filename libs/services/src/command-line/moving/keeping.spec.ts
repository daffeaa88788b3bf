import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteEventStore, extentOf } from '@relais/event-store';
import { KeyRing } from '@relais/transport';
import type { PersonId } from '@relais/vocabulary';
import { RoleLock } from '../../wiring/role-lock.js';
import { backUp, checkedLog } from './back-up.js';
import { restore, type Restored } from './restore.js';
import { inSoleUse } from './sole-use.js';

const folder = mkdtempSync(join(tmpdir(), 'relais-keeping-'));
let folders = 0;
const newFolder = (): string => join(folder, String(++folders));
afterAll(() => rmSync(folder, { recursive: true }));

const at = '2026-11-25T09:00:00.000Z';
const person = (n: number): PersonId => `person-${n}` as PersonId;

/** A hub's data folder in use: each person's address is sealed, then recorded. */
class InUse {
  readonly log: SqliteEventStore;
  readonly keys: KeyRing;
  #count = 0;

  constructor(readonly folder = newFolder()) {
    mkdirSync(folder, { recursive: true });
    this.log = SqliteEventStore.open(join(folder, 'log.db'));
    this.keys = KeyRing.open({ keyFile: join(folder, 'master.key'), database: join(folder, 'keys.db') });
  }

  async record(count: number): Promise<this> {
    for (let n = 0; n < count; n++) {
      const sealed = await this.keys.seal(person(++this.#count), `${this.#count}@exemple.test`);
      const data = { person: person(this.#count), sealed, text: 'x'.repeat(300) };
      await this.log.append('s', [{ type: 'test.sealed', data }], 'any');
    }
    return this;
  }

  async close(): Promise<string> {
    await this.log.close();
    await this.keys.close();
    return this.folder;
  }
}

const backedUp = async (count = 20): Promise<{ data: string; backup: string }> => {
  const hub = await new InUse().record(count);
  const backup = newFolder();
  await backUp(hub.folder, backup, at);
  return { data: await hub.close(), backup };
};

const restored = (from: string, dataFolder: string, replace = false): Promise<Restored> => {
  mkdirSync(dataFolder, { recursive: true });
  return restore({ dataFolder, keyFile: join(dataFolder, 'master.key'), from, replace, at });
};

/** Every file below a folder, with what it holds. */
const held = (of: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(of, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => [
        join(parentPath, name).slice(of.length + 1),
        readFileSync(join(parentPath, name), 'latin1'),
      ]),
  );

describe('a backup', () => {
  it('holds the log and the keys, each as one file, and says what they are', async () => {
    const { backup } = await backedUp();
    expect(readdirSync(backup).sort()).toEqual(['keys.db', 'log.db', 'manifest.json']);
    const manifest = JSON.parse(readFileSync(join(backup, 'manifest.json'), 'utf8')) as { files: object[] };
    expect(manifest).toMatchObject({ relais: 'backup', format: 1, madeAt: at, log: { events: 20 } });
    expect(manifest.files).toMatchObject([
      { name: 'log.db', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      { name: 'keys.db' },
    ]);
  });

  it('made while the hub records is a moment of it: every address of its log has its key', async () => {
    const hub = await new InUse().record(300);
    const before = await extentOf(hub.log);
    let isDone = false;
    const recording = (async () => {
      while (!isDone) {
        await hub.record(5);
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    const backup = newFolder();
    const manifest = await backUp(hub.folder, backup, at);
    isDone = true;
    await recording;
    expect(manifest.log.events).toBeGreaterThanOrEqual(before.events);
    expect((await extentOf(hub.log)).events).toBeGreaterThan(manifest.log.events);
    const again = new InUse(hub.folder);
    const data = newFolder();
    await restored(backup, data);
    writeFileSync(join(data, 'master.key'), readFileSync(join(hub.folder, 'master.key')));
    await again.close();
    await hub.close();
    const other = new InUse(data);
    let count = 0;
    for await (const { data: sealed } of other.log.read('s')) {
      const { person: of, sealed: text } = sealed as { person: PersonId; sealed: string };
      expect(await other.keys.open(of, text as never)).toBe(`${++count}@exemple.test`);
    }
    expect(count).toBe(manifest.log.events);
    await other.close();
  });

  it('takes no folder that holds something, and leaves nothing where it fails', async () => {
    const { data, backup } = await backedUp();
    await expect(backUp(data, backup, at)).rejects.toThrow('is not empty');
    const to = newFolder();
    mkdirSync(`${to}.unfinished`);
    await expect(backUp(data, to, at)).rejects.toThrow('did not come to its end');
    rmSync(`${to}.unfinished`, { recursive: true });
    const bytes = readFileSync(join(data, 'log.db'));
    writeFileSync(join(data, 'log.db'), bytes.fill(0x55, 4_096 * 3, 4_096 * 6));
    await expect(backUp(data, to, at)).rejects.toThrow();
    expect([existsSync(to), existsSync(`${to}.unfinished`)]).toEqual([false, false]);
  });

  it('may go into a folder that is there and empty', async () => {
    const hub = await new InUse().record(1);
    const to = newFolder();
    mkdirSync(to);
    await backUp(hub.folder, to, at);
    await hub.close();
    expect(await checkedLog(join(to, 'log.db'))).toMatchObject({ events: 1 });
  });
});

describe('a backup that is restored', () => {
  it('is the log as it was, from which the hub goes on', async () => {
    const { data, backup } = await backedUp();
    const to = newFolder();
    expect(await restored(backup, to)).toMatchObject({ hasMasterKey: false, manifest: { log: { events: 20 } } });
    writeFileSync(join(to, 'master.key'), readFileSync(join(data, 'master.key')));
    const hub = await new InUse(to).record(1);
    expect((await extentOf(hub.log)).events).toBe(21);
    await hub.close();
  });

  it('takes the place of no log, unless it may: then the old files stand beside it', async () => {
    const { data, backup } = await backedUp();
    const hub = await new InUse(data).record(5);
    await hub.close();
    mkdirSync(join(data, 'erasures'));
    writeFileSync(join(data, 'erasures', 'one.json'), '{}');
    writeFileSync(join(data, 'readings.db'), 'of another time');
    const before = held(data);
    await expect(restored(backup, data)).rejects.toThrow('holds a log or keys already: nothing was changed');
    expect(held(data)).toEqual(before);
    const { replaced = '' } = await restored(backup, data, true);
    expect(await checkedLog(join(data, 'log.db'))).toMatchObject({ events: 20 });
    expect(await checkedLog(join(replaced, 'log.db'))).toMatchObject({ events: 25 });
    expect(readdirSync(data).sort()).toEqual([
      'erasures',
      'keys.db',
      'log.db',
      'master.key',
      'replaced-20261125T090000000Z',
    ]);
    expect([readFileSync(join(data, 'erasures', 'one.json'), 'utf8'), readdirSync(replaced)]).toEqual([
      '{}',
      expect.arrayContaining(['keys.db', 'log.db', 'readings.db']),
    ]);
  });

  it.each<[string, (backup: string) => void, string]>([
    ['a log that is altered', (of) => alter(join(of, 'log.db')), 'log.db is not as it was written (SHA-256)'],
    ['keys that are altered', (of) => alter(join(of, 'keys.db')), 'keys.db is not as it was written (SHA-256)'],
    ['a log that is cut off', (of) => writeFileSync(join(of, 'log.db'), 'x'), 'log.db has 1 bytes, and had '],
    ['no keys', (of) => rmSync(join(of, 'keys.db')), 'keys.db is missing'],
    ['no manifest', (of) => rmSync(join(of, 'manifest.json')), 'is no backup of Relais'],
    [
      'a manifest that is something else',
      (of) => writeFileSync(join(of, 'manifest.json'), '[]'),
      'is not as Relais writes it',
    ],
    [
      'a manifest that is cut off',
      (of) => writeFileSync(join(of, 'manifest.json'), '{"rel'),
      'is not as Relais writes it',
    ],
    ['a newer manifest', (of) => inManifest(of, '"format": 1', '"format": 2'), 'made by a newer Relais'],
    ['a manifest that leads elsewhere', (of) => inManifest(of, '"keys.db"', '"../log.db"'), 'names other files'],
    [
      'another log than the manifest says',
      (of) => inManifest(of, '"events": 20', '"events": 21'),
      'holds 20 events, and should hold 21',
    ],
  ])('with %s is refused in one line, and nothing is changed', async (_what, damage, said) => {
    const { backup } = await backedUp();
    damage(backup);
    const data = await (await new InUse().record(1)).close();
    const before = held(data);
    const error: unknown = await restored(backup, data, true).catch((reason: unknown) => reason);
    expect((error as Error).message).toContain(said);
    expect((error as Error).message).toMatch(/nothing was changed|newer/i);
    expect((error as Error).message).not.toContain('\n');
    expect(held(data)).toEqual(before);
  });

  it('is refused where the master key is of other keys', async () => {
    const [{ backup }, other] = [await backedUp(), await backedUp()];
    const to = newFolder();
    mkdirSync(to);
    writeFileSync(join(to, 'master.key'), readFileSync(join(other.data, 'master.key')));
    await expect(restored(backup, to)).rejects.toThrow(
      `${join(to, 'master.key')} is not the master key of ${join(backup, 'keys.db')}`,
    );
    expect(readdirSync(to)).toEqual(['master.key']);
  });
});

const alter = (file: string): void => {
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill((bytes.at(-100) ?? 0) ^ 1, bytes.length - 100, bytes.length - 99));
};
const inManifest = (of: string, what: string, by: string): void => {
  const file = join(of, 'manifest.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace(what, by));
};

describe('the sole use of a data folder', () => {
  const work = async (): Promise<string> => 'done';

  it('is had where nobody else is, and is given back', async () => {
    const data = await (await new InUse().record(1)).close();
    for (const _ of ['once', 'again']) expect(await inSoleUse(data, work)).toBe('done');
    await (await new InUse(data).record(1)).close();
  });

  it('is not had beside a service', async () => {
    const data = newFolder();
    const courier = RoleLock.acquire(data, 'courier');
    await expect(inSoleUse(data, work)).rejects.toThrow(
      `another Relais (process ${process.pid}) is the courier of ${data}: stop it first`,
    );
    courier.release();
    expect(await inSoleUse(data, work)).toBe('done');
  });

  it('is not had where anybody has the log open, such as a portal', async () => {
    const hub = await new InUse().record(1);
    await expect(inSoleUse(hub.folder, work)).rejects.toThrow('stop every Relais of this data folder first');
    await hub.record(1);
    await hub.close();
    expect(await inSoleUse(hub.folder, work)).toBe('done');
  });
});
