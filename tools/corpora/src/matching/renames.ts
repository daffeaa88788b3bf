import { rekeyed } from '@relais/matching';
import type { ItemKey } from '@relais/vocabulary';
import type { Figure, Measurement } from '../figure.ts';
import { renamedSource, renames, type RenamedSource } from './renamed-source.ts';

const count = 10_000;
const seed = 20_261_126;

/** What readers do that look further than the key: the same link. */
const byLink = ({ vanished, appeared }: RenamedSource): ReadonlyMap<ItemKey, ItemKey> => {
  const old = new Map(vanished.map(({ item, fields }) => [fields.link, item]));
  return new Map(
    appeared.flatMap(({ item, fields: { link } }) => {
      const before = link === undefined ? undefined : old.get(link);
      return before ? [[item, before] as const] : [];
    }),
  );
};

const scored = ({ truth }: RenamedSource, found: ReadonlyMap<ItemKey, ItemKey>) => {
  const wrong = [...found].filter(([item, before]) => truth.get(item) !== before).length;
  return { wrong, missed: [...truth].filter(([item, before]) => found.get(item) !== before).length };
};

const names = Object.keys(renames) as (keyof typeof renames)[];

/** Whether items whose keys all change are still known: pure renames, and renames while the source goes on changing. */
export const renamesFigure: Figure = {
  name: 'renames',
  needs: [],
  measure: (tell) => {
    const measured = [true, false].map((pure): Measurement => {
      let [duplicates, falseMerges, peerDuplicates, total] = [0, 0, 0, 0];
      for (const name of names) {
        const source = renamedSource(count, seed, name, pure);
        const ours = scored(source, rekeyed(source.vanished, source.appeared));
        const peer = scored(source, byLink(source));
        tell(
          `${pure ? 'only' : 'amid other changes'}, ${name}: ${ours.missed} missed, ${ours.wrong} wrong; by link ${peer.missed}, ${peer.wrong}`,
        );
        duplicates += ours.missed;
        falseMerges += ours.wrong;
        peerDuplicates += peer.missed;
        total += source.truth.size;
      }
      return {
        ...{ name: pure ? 'renames' : 'renames-amid-changes', figure: duplicates, unit: 'duplicates' },
        ...{ ceiling: 0, peer: peerDuplicates, ratio: 1 - duplicates / total },
        conditions: {
          items: total,
          seed,
          ways: names.join(', '),
          'false merges': `${falseMerges} (${((100 * falseMerges) / total).toFixed(3)} %)`,
        },
      };
    });
    return Promise.resolve(measured);
  },
};
