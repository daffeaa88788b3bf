import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { readSettings } from '@relais/configuration';
import { MemoryEventStore } from '@relais/event-store';
import type { ReadingLimits } from '@relais/sources';
import { SourceRoster } from '../../adding/source-roster.js';
import { answers, oneAssembly, SourcesUnderTest } from '../../testing/index.js';
import { fetcherOf } from '../../wiring/adapters.js';
import { SystemClock } from '../../wiring/clocks.js';
import { deploy } from '../../wiring/deploy.js';
import { Lifetime } from '../../wiring/lifetime.js';
import { Collector } from '../collector.js';
import { DocumentReaders } from './document-readers.js';
import { ReadingMemory } from './reading-memory.js';
import { Recogniser } from '../../recognising/recogniser.js';
import { Reporter } from './reporter.js';
import { SourceReader } from './source-reader.js';

const feed = (items: number, text: string): string =>
  `<rss><channel>${Array.from({ length: items }, (_, n) => `<item><guid>${n}</guid><title>${n}</title><description>${text}</description></item>`).join('')}</channel></rss>`;
/** Nearly as much as is fetched, and nearly all of it markup to be sanitised: seconds of work. */
const large = feed(4_900, '&lt;b&gt;x&lt;/b&gt;'.repeat(90));

// That it fails is said; here it is meant.
beforeAll(() => void Logger.overrideLogger(['error', 'fatal']));

describe('a poisoned document', () => {
  const web = new SourcesUnderTest();
  const folder = mkdtempSync(join(tmpdir(), 'relais-poisoned-'));
  beforeAll(() => web.start());
  afterAll(async () => {
    await web.stop();
    rmSync(folder, { recursive: true });
  });

  /** A collector with these limits, and what it made of a good source and a bad one. */
  const collected = async (limits: Partial<ReadingLimits>) => {
    web.answer('/bad', answers.text(large));
    web.answer('/good', answers.text(feed(1, 'rien')));
    const file = join(folder, 'relais.yaml');
    writeFileSync(file, oneAssembly(...['bad', 'good'].map((id) => ({ id, url: web.at(`/${id}`) }))));
    const settings = readSettings({ RELAIS_DATA: folder, RELAIS_CONFIG: file, RELAIS_ALLOW_PRIVATE_ADDRESSES: '1' });
    const deployment = deploy(settings);
    const [store, clock, memory] = [new MemoryEventStore(), new SystemClock(), new ReadingMemory(deployment)];
    const documents = new DocumentReaders(limits);
    const reader = new SourceReader(
      store,
      fetcherOf(settings),
      clock,
      memory,
      documents,
      new Reporter(store, deployment),
    );
    const roster = new SourceRoster(store, deployment);
    const collector = new Collector(roster, reader, new Recogniser(store, deployment), new Lifetime());
    try {
      const outcomes = await collector.collect(undefined);
      const failed = [];
      for await (const page of store.readAll(0n, { types: ['source.failed'] })) failed.push(...page);
      return { outcomes, failed: failed.map(({ data }) => data) };
    } finally {
      await documents.close();
      memory.onApplicationShutdown();
    }
  };

  it.each([
    ['takes longer', { deadline: 400 }, 'took longer than 0.4 s to read; given up'],
    ['needs more memory', { megabytes: 24 }, 'needed more than 24 MB to read; given up'],
  ])('that %s than it may fails with its words, and no other with it', async (_, limits, detail) => {
    const { outcomes, failed } = await collected(limits);
    expect(outcomes).toMatchObject([
      { source: 'bad', outcome: 'failed' },
      { source: 'good', outcome: 'read', items: 1 },
    ]);
    expect(failed).toMatchObject([{ source: 'bad', reason: { code: 'unrecognised', detail } }]);
  });
});
