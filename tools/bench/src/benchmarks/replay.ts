import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteEventStore } from '@relais/event-store';
import { buildGeneration, Generation } from '@relais/read-models';
import { alternate } from '../alternate.ts';
import type { Benchmark } from '../benchmark.ts';
import { measured } from '../measured.ts';
import { emmettRates } from '../peers/emmett.ts';
import { oneRowAStream, rawUpserts } from '../replaying/one-row-a-stream.ts';
import { secondsOf } from '../seconds.ts';
import { writeSyntheticLog } from '../synthetic/synthetic-log.ts';
import { inTemporaryFolder } from '../temporary-folder.ts';

const only = [oneRowAStream];

export const replay: Benchmark = {
  name: 'replay',
  counts: 'events',
  usual: { rounds: 3, each: 1_000_000 },
  measure: ({ rounds, each }) =>
    inTemporaryFolder(async (folder) => {
      const log = join(folder, 'log.db');
      await writeSyntheticLog(log, each);
      const store = SqliteEventStore.open(log, { readOnly: true });
      const file = join(folder, 'rows.db');
      const rate = async (work: () => Promise<unknown>): Promise<number> => {
        for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
        return each / (await secondsOf(work));
      };
      const raw = () => rate(async () => rawUpserts(log, file));
      const behind = await alternate(rounds, () => rate(() => buildGeneration(store, file, { only })), raw);
      const generic = await alternate(
        rounds,
        () =>
          rate(async () => {
            const generation = Generation.open(file, 1, only);
            for await (const page of store.readAll()) generation.apply(page);
            generation.close();
          }),
        raw,
      );
      const peer = await emmettRates(store, folder, rounds);
      await store.close();
      const conditions = {
        rounds,
        events: each,
        ceiling: 'each event read, parsed and upserted by SQLite alone, 1,000 in a transaction',
      };
      return [
        measured({
          name: 'replay',
          unit: 'events/s',
          beside: 'ceiling',
          ...behind,
          conditions: {
            ...conditions,
            figure: 'one projection that changes a row for each event, built aside: rows written behind',
          },
        }),
        measured({
          name: 'replay-generic',
          unit: 'events/s',
          beside: 'ceiling',
          ...generic,
          conditions: { ...conditions, figure: 'the same, a transaction for each 1,000 events, as it is followed' },
        }),
        ...(peer.length > 0
          ? [
              measured({
                ...{ name: 'replay-emmett', unit: 'events/s', beside: 'peer', ours: behind.ours, other: peer },
                conditions: { rounds, events: each, peer: 'a consumer of emmett-sqlite with a projection in raw SQL' },
              }),
            ]
          : []),
      ];
    }),
};
