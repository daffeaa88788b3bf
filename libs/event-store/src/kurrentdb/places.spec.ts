import { MemoryEventStore } from '../memory/memory-event-store.js';
import { Places } from './places.js';

const at = (second: number): number => Date.UTC(2026, 0, 1, 0, 0, second);

/** A log of an event in each second, and which events it was read from. */
const logOf = async (seconds: number) => {
  let second = 0;
  const store = new MemoryEventStore({ now: () => new Date(at(second)).toISOString() });
  const grow = async (until: number): Promise<void> => {
    for (; second < until;) {
      second++;
      await store.append('a', [{ type: 'test.happened', data: {} }], 'any');
    }
  };
  await grow(seconds);
  const read: string[] = [];
  const counted = async function* <Page extends readonly unknown[]>(what: string, pages: AsyncIterable<Page>) {
    for await (const page of pages) {
      read.push(what);
      yield page;
    }
  };
  const places = new Places({
    readAll: (after) => counted(`after ${after}`, store.readAll(after)),
    readAllBack: (before) => counted(`before ${before ?? 'the end'}`, store.readAllBack(before)),
  });
  return { places, read, grow };
};

describe('the places of a log that cannot be halved', () => {
  it('are looked for from its end at first, and then from the nearest place that was read', async () => {
    const { places, read } = await logOf(5_000);
    expect(await places.at(at(1_500))).toBe(1_500n);
    expect(read.splice(0)).toEqual(Array(4).fill('before the end'));
    for (const [second, from] of [
      [1_600, 'before 2001'],
      [2_100, 'after 2001'],
      [2_900, 'before 3001'],
      [3_001, 'after 3001'],
    ] as const) {
      expect(await places.at(at(second))).toBe(BigInt(second));
      expect([second, read.splice(0)]).toEqual([second, [from]]);
    }
  });

  it('are found where the log has grown since', async () => {
    const { places, grow } = await logOf(10);
    expect(await places.at(at(20))).toBe(10n);
    await grow(15);
    expect(await places.at(at(20))).toBe(15n);
    expect(await places.at(at(12))).toBe(12n);
    expect(await places.at(at(0))).toBe(0n);
  });
});
