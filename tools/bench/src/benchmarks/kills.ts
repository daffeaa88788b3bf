import type { Benchmark } from '../benchmark.ts';
import { appends, Hub, type Round } from '../crash/rounds.ts';
import { measured } from '../measured.ts';
import { Random } from '../synthetic/random.ts';
import { inTemporaryFolder } from '../temporary-folder.ts';

/** So often as many kinds as there are: a round is one kill of one kind, by turns. */
const share = 7;

/** Kills at random moments: what was acknowledged is there, nothing twice, nothing half. Fails at the first that is not. */
export const kills: Benchmark = {
  name: 'kills',
  counts: 'events',
  usual: { rounds: 500, each: 20_000 },
  measure: ({ rounds, each }) =>
    inTemporaryFolder(async (folder) => {
      const hub = new Hub(folder, each);
      await hub.prepare();
      const kinds: Readonly<Record<string, Round>> = {
        'append-1': appends(folder, 'append-1', 1, 1),
        'append-batch': appends(folder, 'append-batch', 60, 1),
        'append-50-writers': appends(folder, 'append-50-writers', 3, 50),
        ...{ import: hub.import, backup: hub.backup, replay: hub.replay },
        'append-few': appends(folder, 'append-few', 3, 3),
      };
      const random = new Random(Date.now());
      const survived: Record<string, number> = {};
      // At least one of each kind.
      const all = Math.max(rounds, share);
      for (let round = 0; round < all; round++) {
        const [name, kill] = Object.entries(kinds)[round % share] ?? [];
        await kill?.((below) => random.below(below));
        if (name) survived[name] = (survived[name] ?? 0) + 1;
      }
      const conditions = {
        events: each,
        figure:
          'kills after which nothing acknowledged was lost, nothing doubled, nothing torn; of appends with three power cuts each',
        ceiling: 'all kills',
        ...survived,
      };
      return [measured({ name: 'kills', unit: 'kills', beside: 'ceiling', ours: [all], other: [all], conditions })];
    }),
};
