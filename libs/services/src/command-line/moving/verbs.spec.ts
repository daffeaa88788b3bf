import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HubUnderTest, oneAssembly, Spawned, type Ended } from '../../testing/index.js';

const folder = mkdtempSync(join(tmpdir(), 'relais-moving-verbs-'));
const inFolder = (name: string): string => join(folder, name);
let hub: HubUnderTest;
beforeAll(async () => {
  hub = await HubUnderTest.start({ configuration: oneAssembly() });
});
afterAll(async () => {
  await hub.end();
  rmSync(folder, { recursive: true, force: true });
});

const relais = (data: string, ...words: string[]): Promise<Ended> =>
  Spawned.start('cli', { RELAIS_DATA: data, RELAIS_CONFIG: join(hub.folder, 'relais.yaml') }, ...words).ended;
const told = async (data: string, ...words: string[]): Promise<{ events: number; hash: string }> => {
  const { code, stdout, stderr } = await relais(data, ...words, '--json');
  expect([words, code, stderr]).toEqual([words, 0, '']);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as { events: number; hash: string };
};

describe('relais, beside a running hub', () => {
  it('exports, copies and backs up the log, and each of them is the same log elsewhere', async () => {
    const file = inFolder('log.ndjson.gz');
    const { events, hash } = await told(hub.folder, 'export', file);
    expect(events).toBeGreaterThan(1);
    const [imported, restored] = [inFolder('imported'), inFolder('restored')];
    expect(await told(imported, 'import', file)).toEqual({ events, hash, recorded: events });
    const copied = `sqlite:${join(inFolder('copied'), 'log.db')}`;
    expect(await told(hub.folder, 'copy', '--to', copied)).toEqual({ events, hash, recorded: events });
    const own = `sqlite:${join(inFolder('copied-back'), 'log.db')}`;
    expect(await told(inFolder('copied-back'), 'copy', '--from', copied, '--to', own)).toMatchObject({ events, hash });
    await told(hub.folder, 'backup', inFolder('backup'));
    expect(await told(restored, 'restore', inFolder('backup'))).toMatchObject({ events, hash });
    for (const data of [imported, restored, inFolder('copied')])
      expect(await told(data, 'verify')).toMatchObject({ ok: true, events });
  });

  it('says by words what is not in it', async () => {
    const { stdout } = await relais(hub.folder, 'backup', inFolder('another'));
    expect(stdout).toContain('master.key is not in it: keep a copy of that elsewhere');
    expect(readdirSync(inFolder('another')).sort()).toEqual(['keys.db', 'log.db', 'manifest.json']);
  });

  it('exports to standard output nothing but lines of the log', async () => {
    const { code, stdout } = await relais(hub.folder, 'export', '-', '--from', '2', '--json');
    const lines = stdout.trim().split('\n');
    expect([code, lines.every((line) => typeof JSON.parse(line) === 'object')]).toEqual([0, true]);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ relais: 'log', after: { events: 1 } });
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({ number: 2 });
  });

  it('imports and restores nothing into the hub’s own folder: one line, and what to do', async () => {
    const [file, backup] = [inFolder('own.ndjson'), inFolder('own-backup')];
    await told(hub.folder, 'export', file);
    await told(hub.folder, 'backup', backup);
    for (const words of [
      ['import', file],
      ['restore', backup],
      ['restore', backup, '--replace'],
    ]) {
      const { code, stderr } = await relais(hub.folder, ...words);
      expect([code, stderr.trim().split('\n').length]).toEqual([1, 1]);
      expect(stderr).toContain('stop it first');
    }
    await hub.shown();
    expect(existsSync(join(hub.folder, 'log.db'))).toBe(true);
  });
});

describe('relais, used wrongly', () => {
  it.each([
    [['export']],
    [['export', 'x', '--from', 'here']],
    [['import', 'no-such-file']],
    [['copy']],
    [['copy', '--to', 'elsewhere']],
    [['backup']],
    [['restore']],
  ])('%j is wrong use: 2, and a word of why', async (words) => {
    const { code, stderr } = await relais(hub.folder, ...words);
    expect([words, code]).toEqual([words, 2]);
    expect(stderr.trim()).not.toBe('');
  });

  it('of a folder that is no backup nothing is restored', async () => {
    writeFileSync(inFolder('something'), 'x');
    const { code, stderr } = await relais(inFolder('new'), 'restore', folder);
    expect([code, stderr]).toEqual([1, expect.stringContaining('is no backup of Relais')]);
  });
});
