import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { extentOf, MemoryEventStore, SqliteEventStore, type EventStore, type Extent } from '@relais/event-store';
import { EventStoreServer } from '@relais/event-store/kurrentdb/testing';
import { WrongUse } from '../verb.js';
import { copyLog } from './copy-log.js';
import { exportToFile } from './export-file.js';
import { importLog } from './import-log.js';
import { fileOf, logAt } from './log-at.js';

const folder = mkdtempSync(join(tmpdir(), 'relais-moving-'));
let files = 0;
const newFile = (end = ''): string => join(folder, `${++files}${end}`);
afterAll(() => rmSync(folder, { recursive: true }));

const silent = (): void => undefined;
const append = async (store: EventStore, from: number, to: number): Promise<void> => {
  for (let n = from; n <= to; n++)
    await store.append(`s${n % 7}`, [{ type: 'test.happened', data: { n, text: `Œuvre ${n}\u2028` } }], 'any');
};
const filled = async (count = 2_300): Promise<MemoryEventStore> => {
  const store = new MemoryEventStore({ now: () => '2026-11-25T09:00:00.000Z' });
  await append(store, 1, count);
  return store;
};
const withoutItsTime = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString()
    .replace(/"exportedAt":"[^"]*"/, '');
const textOf = (file: string): string => {
  const bytes = readFileSync(file);
  return withoutItsTime(file.endsWith('.gz') ? gunzipSync(bytes) : bytes);
};
const imported = async (file: string, log = newFile('.db')): Promise<Extent & { recorded: number }> =>
  importLog(() => SqliteEventStore.open(log), file, silent);

describe.each(['.ndjson', '.ndjson.gz'])('a log that is exported to a file (%s)', (end) => {
  it('is imported as it was', async () => {
    const store = await filled();
    const file = newFile(end);
    const extent = await exportToFile(store, {}, file, silent);
    expect(extent).toEqual(await extentOf(store));
    expect(await imported(file)).toEqual({ ...extent, recorded: 2_300 });
    expect(existsSync(`${file}.partial`)).toBe(false);
  });

  it('is gone on with wherever it was cut off', async () => {
    const store = await filled();
    const whole = newFile(end);
    await exportToFile(store, {}, whole, silent);
    const bytes = readFileSync(whole);
    const places = Array.from({ length: 25 }, (_, n) => Math.floor((n * bytes.length) / 25) + n);
    for (const at of [...places, 1, 19, 20, 21, bytes.length - 1, bytes.length]) {
      const file = newFile(end);
      writeFileSync(`${file}.partial`, bytes.subarray(0, at));
      await exportToFile(store, {}, file, silent);
      expect([at, textOf(file) === textOf(whole)]).toEqual([at, true]);
    }
  });

  it('takes along what was recorded since it was cut off, also right before it got its name', async () => {
    const store = await filled(10);
    const first = newFile(end);
    await exportToFile(store, {}, first, silent);
    await append(store, 11, 15);
    const second = newFile(end);
    writeFileSync(`${second}.partial`, readFileSync(first));
    expect(await exportToFile(store, {}, second, silent)).toMatchObject({ events: 15 });
    expect(await imported(second)).toMatchObject({ recorded: 15 });
  });

  it('is not gone on with after what is of another log', async () => {
    const file = newFile(end);
    await exportToFile(await filled(10), {}, file, silent);
    const other = newFile(end);
    const partial = readFileSync(file);
    writeFileSync(`${other}.partial`, partial);
    await expect(exportToFile(await filled(20), {}, other, silent)).rejects.toThrow('remove that file to begin anew');
    expect(readFileSync(`${other}.partial`).length).toBeLessThanOrEqual(partial.length);
    expect(existsSync(other)).toBe(false);
  });

  it('takes no file’s place', async () => {
    const file = newFile(end);
    writeFileSync(file, 'something');
    await expect(exportToFile(await filled(1), {}, file, silent)).rejects.toThrow('is there already');
    expect(readFileSync(file, 'utf8')).toBe('something');
  });

  it('that holds nothing is imported as nothing, also when its end was cut off', async () => {
    const file = newFile(end);
    await exportToFile(new MemoryEventStore(), {}, file, silent);
    expect(await imported(file)).toMatchObject({ events: 0, recorded: 0 });
    const again = newFile(end);
    writeFileSync(`${again}.partial`, readFileSync(file));
    expect(await exportToFile(new MemoryEventStore(), {}, again, silent)).toMatchObject({ events: 0 });
  });
});

describe('a file that is imported', () => {
  it('may be packed by any program, under any name', async () => {
    const file = newFile();
    const extent = await exportToFile(await filled(10), {}, file, silent);
    const packed = newFile();
    writeFileSync(packed, gzipSync(readFileSync(file)));
    expect(await imported(packed)).toEqual({ ...extent, recorded: 10 });
  });

  it('goes on in a log that holds its beginning, and adds nothing to one that holds all of it', async () => {
    const [file, log] = [newFile(), newFile('.db')];
    const store = await filled(10);
    await exportToFile(store, { to: 4n }, newFile(), silent);
    await exportToFile(store, {}, file, silent);
    const half = SqliteEventStore.open(log);
    for await (const page of store.links()) await half.copy(page.slice(0, 4));
    await half.close();
    expect(await imported(file, log)).toMatchObject({ events: 10, recorded: 6 });
    expect(await imported(file, log)).toMatchObject({ events: 10, recorded: 0 });
  });

  it.each<[string, (bytes: Buffer) => Uint8Array, RegExp]>([
    [
      'with a byte that is another',
      (bytes) => Buffer.from(bytes.toString().replace('"n":20,', '"n":21,')),
      /line 21 is not as it was written .*Nothing was recorded/,
    ],
    [
      'that was cut off',
      (bytes) => bytes.subarray(0, 9_000),
      /line \d+ is missing: the end was cut off.*Nothing was recorded/,
    ],
    ['that is something else', () => Buffer.from('# a page\n'), /line 1 does not say that this is an exported log/],
    [
      'that was packed and cut off',
      (bytes) => gzipSync(bytes).subarray(0, 2_000),
      /the end was cut off.*Nothing was recorded/,
    ],
    [
      'that was packed and damaged',
      (bytes) => {
        const packed = gzipSync(bytes);
        return packed.fill(packed.readUInt8(1_000) ^ 0xff, 1_000, 1_001);
      },
      /cannot be unpacked|line \d+ /,
    ],
  ])('%s is refused in one line, and nothing of it is recorded', async (_what, damage, said) => {
    const [file, log] = [newFile(), newFile('.db')];
    await exportToFile(await filled(60), {}, file, silent);
    writeFileSync(file, damage(readFileSync(file)));
    const error: unknown = await imported(file, log).catch((reason: unknown) => reason);
    expect((error as Error).message).toMatch(said);
    expect((error as Error).message).not.toContain('\n');
    expect(existsSync(log)).toBe(false);
  });

  it('that is not of the log that is there is refused, with the place where they part', async () => {
    const [file, log] = [newFile(), newFile('.db')];
    await exportToFile(await filled(10), {}, file, silent);
    const other = SqliteEventStore.open(log);
    await append(other, 1, 3);
    await other.close();
    await expect(imported(file, log)).rejects.toThrow(/part at event 1 \(s1, version 1\).*Nothing was recorded/);
  });

  it('that is not there is wrong use', async () => {
    await expect(imported(join(folder, 'not-there'))).rejects.toThrow(WrongUse);
  });
});

describe('a log that is copied', () => {
  it('to a server and back again is the same, event by event', async () => {
    const server = await EventStoreServer.start();
    try {
      const store = await filled(300);
      const expected = await extentOf(store);
      expect(await copyLog(store, server.url(), silent)).toEqual({ ...expected, recorded: 300 });
      const file = `sqlite:${newFile('.db')}`;
      const back = await logAt(server.url(), { readOnly: true });
      expect(await copyLog(back, file, silent)).toEqual({ ...expected, recorded: 300 });
      await append(store, 301, 310);
      expect(await copyLog(store, server.url(), silent)).toMatchObject({ events: 310, recorded: 10 });
    } finally {
      await server.end();
    }
  });

  it('goes nowhere where another log is', async () => {
    const file = newFile('.db');
    await copyLog(await filled(5), `sqlite:${file}`, silent);
    const other = new MemoryEventStore();
    await append(other, 2, 8);
    await expect(copyLog(other, `sqlite:${file}`, silent)).rejects.toThrow(
      /is not the beginning of this one: they part at event 1 /,
    );
  });

  it.each(['mysql://host/log', 'sqlite:', 'log.db', ''])('to «%s» is wrong use', async (address) => {
    await expect(logAt(address, { readOnly: false })).rejects.toThrow(WrongUse);
  });

  it('is at a path, however it is written', () => {
    expect(['sqlite:/a/log.db', 'sqlite:///a/log.db'].map(fileOf)).toEqual(['/a/log.db', '/a/log.db']);
    expect(fileOf('esdb://host')).toBeUndefined();
  });
});
