import { chained, beginning, type Link } from '../chain.js';
import { MemoryEventStore } from '../memory/memory-event-store.js';
import { verify } from './verify.js';

const happened = (n: number) => ({ type: 'test.happened', data: { n } });

/** A log of any store: positions with gaps, as a server has them, and no hash where it keeps none. */
const linksOf = async ({ hashes = true } = {}): Promise<Link[]> => {
  const store = new MemoryEventStore({ now: () => '2026-11-25T09:00:00Z' });
  for (let n = 1; n <= 30; n++) await store.append(`s${n % 2}`, [happened(n)], 'any');
  const links: Link[] = [];
  for await (const page of store.links()) links.push(...page);
  return links.map(({ hash, ...link }) => ({
    ...link,
    position: link.position * 7n,
    ...(hashes && hash !== undefined && { hash }),
  }));
};
/** In pages of ten. */
const reading = (links: readonly Link[]) =>
  async function* (after = 0n): AsyncIterable<readonly Link[]> {
    const left = links.filter(({ position }) => position > after);
    for (let from = 0; from < left.length; from += 10) yield left.slice(from, from + 10);
  };
const fixedAt = (links: readonly Link[], ...sizes: number[]) =>
  sizes.map((size) => ({ size, hash: links.slice(0, size).reduce(chained, beginning) }));

describe('the chain of any store', () => {
  it('comes to its checkpoints, whether the store keeps hashes or not', async () => {
    for (const hashes of [true, false]) {
      const links = await linksOf({ hashes });
      const verdict = await verify(reading(links), fixedAt(links, 0, 10, 20, 30));
      expect(verdict).toMatchObject({ events: 30, checkpoints: 4, faults: [], end: { position: 210n } });
    }
  });

  it('says the interval that differs where no hash of an event is kept, and finds the next one whole again', async () => {
    const links = await linksOf({ hashes: false });
    const fixed = fixedAt(links, 10, 20, 30);
    const altered = links.map((link) => (link.position === 98n ? { ...link, data: '{}' } : link));
    const { faults, checkpoints } = await verify(reading(altered), fixed);
    expect(faults).toMatchObject([{ kind: 'rewritten', from: 71n, to: 140n }]);
    expect(checkpoints).toBe(2);
  });

  it('says the first position that differs where hashes are kept', async () => {
    const links = await linksOf();
    const fixed = fixedAt(links, 10, 20, 30);
    const without = links.filter(({ position }) => position !== 98n);
    expect((await verify(reading(without), fixed)).faults).toMatchObject([
      { kind: 'removed', position: 105n, from: 71n, to: 140n },
    ]);
  });

  it('is short of a checkpoint that somebody else kept, when its end was cut off', async () => {
    const links = await linksOf();
    const { faults } = await verify(reading(links.slice(0, 25)), fixedAt(links, 10, 30));
    expect(faults).toMatchObject([{ kind: 'cut off', position: 176n, from: 71n }]);
    expect(faults[0]?.what).toBe('the log ends before it: it holds 25 events, and a checkpoint fixes 30');
  });

  it('says of many checkpoints that are not come to the first, and how many there are', async () => {
    const links = await linksOf();
    const fixed = fixedAt(links, 5, 10, 20, 30).map(({ size, hash }) => ({ size, hash: size > 5 ? beginning : hash }));
    const { faults } = await verify(reading(links), fixed);
    expect(faults).toMatchObject([{ kind: 'rewritten', from: 36n, to: 70n }]);
    expect(faults[0]?.what).toContain('3 checkpoints in all');
  });
});
