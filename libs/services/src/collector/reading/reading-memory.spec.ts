import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { readSettings } from '@relais/configuration';
import type { SourceId } from '@relais/vocabulary';
import { HubUnderTest, oneAssembly, repository, SourcesUnderTest } from '../../testing/index.js';
import { deploy } from '../../wiring/deploy.js';
import { Collector } from '../collector.js';
import { ReadingMemory, type Remembered } from './reading-memory.js';

const source = 'lille' as SourceId;
const remembered: Remembered = {
  ...{ read: 'a', validators: { etag: 'W/"é"', lastModified: 'yesterday' }, changes: [], failures: 2, gone: 0 },
  next: '2026-11-25T12:00:00Z',
};

// That a file is begun anew is said; here it is meant.
beforeAll(() => void Logger.overrideLogger(['error', 'fatal']));

describe('what is remembered of readings', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'relais-readings-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const open = (): ReadingMemory =>
    new ReadingMemory(deploy(readSettings({ RELAIS_DATA: folder, RELAIS_CONFIG: join(repository, 'relais.yaml') })));

  it('is there after a restart', () => {
    const before = open();
    before.keep(source, { ...remembered, failures: 1 });
    before.keep(source, remembered);
    before.hold('exemple.test', '2026-11-25T12:00:00Z');
    before.onApplicationShutdown();
    const after = open();
    expect(after.of(source)).toEqual(remembered);
    expect(after.heldUntil('exemple.test')).toBe('2026-11-25T12:00:00Z');
    expect([after.of('brest' as SourceId), after.heldUntil('autre.test')]).toEqual([undefined, undefined]);
    after.onApplicationShutdown();
  });

  it('is nothing after the end, and nothing is kept then', () => {
    const memory = open();
    memory.onApplicationShutdown();
    memory.keep(source, remembered);
    expect(memory.of(source)).toBeUndefined();
  });

  it('is begun anew where it is spoilt', () => {
    writeFileSync(join(folder, 'readings.db'), 'no database at all, only words'.repeat(100));
    const memory = open();
    memory.keep(source, remembered);
    expect(memory.of(source)).toEqual(remembered);
    memory.onApplicationShutdown();
  });

  it.each(['readings', 'log'])('and the log need not be of the same age: without the %s', async (lost) => {
    const web = new SourcesUnderTest();
    await web.start();
    const feed = '<rss version="2.0"><channel><item><guid>1</guid><title>Un</title></item></channel></rss>';
    web.answer('/feed', ({ headers }, response) => {
      if (headers['if-none-match'] === '"1"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"1"' }).end(feed);
    });
    const configuration = oneAssembly({ id: 'feed', url: web.at('/feed') });
    const first = await HubUnderTest.start({ configuration, folder });
    await first.get(Collector).collect(undefined);
    await first.stop();
    for (const suffix of ['', '-wal', '-shm']) rmSync(join(folder, `${lost}.db${suffix}`), { force: true });
    const second = await HubUnderTest.start({ configuration, folder });
    await second.get(Collector).collect(undefined);
    expect(await second.events('source.item-published')).toHaveLength(1);
    await second.stop();
    await web.stop();
  });
});
