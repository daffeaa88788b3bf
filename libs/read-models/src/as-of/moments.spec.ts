import { MemoryEventStore, type EventStore } from '@relais/event-store';
import { Moments } from './moments.js';

const at = (second: number): string => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();

/** A log of so many events, three of them in each second from the tenth on. */
const logOf = async (count: number): Promise<EventStore> => {
  let now = '';
  const store = new MemoryEventStore({ now: () => now });
  for (let n = 0; n < count; n += 3) {
    now = at(10 + n / 3);
    const events = Array.from({ length: Math.min(3, count - n) }, () => ({ type: 'it.happened', data: {} }));
    await store.append('a', events, 'any');
  }
  return store;
};

describe('the place of an instant in the log', () => {
  it.each([0, 1, 2, 5, 999, 1_000, 1_001, 2_000, 5_432])(
    'is the last event recorded by then, in a log of %s events',
    async (count) => {
      const moments = new Moments(await logOf(count));
      const seconds = Math.ceil(count / 3);
      for (const second of new Set([0, 9, 10, 11, 12, Math.floor(seconds / 2) + 10, seconds + 8, seconds + 9, 1e6]))
        expect([second, await moments.positionAt(at(second))]).toEqual([
          second,
          BigInt(Math.max(0, Math.min(count, (second - 9) * 3))),
        ]);
      expect(await moments.positionAt('2026-01-01T00:00:09.999Z')).toBe(0n);
    },
  );

  it('goes on with the log, where it was asked before', async () => {
    let now = at(10);
    const store = new MemoryEventStore({ now: () => now });
    const moments = new Moments(store);
    expect(await moments.positionAt(at(20))).toBe(0n);
    await store.append('a', [{ type: 'it.happened', data: {} }], 'any');
    expect(await moments.positionAt(at(20))).toBe(1n);
    now = at(15);
    await store.append('a', [{ type: 'it.happened', data: {} }], 'any');
    expect(await moments.positionAt(at(20))).toBe(2n);
    expect(await moments.positionAt(at(14))).toBe(1n);
  });

  it('ends, with some place of the log, though a clock was set back', async () => {
    let second = 100;
    const store = new MemoryEventStore({ now: () => at(second) });
    for (let n = 0; n < 2_500; n++) {
      second = n % 50 === 0 ? 100 - n / 50 : second + 1;
      await store.append('a', [{ type: 'it.happened', data: {} }], 'any');
    }
    const moments = new Moments(store);
    for (let asked = 0; asked < 200; asked += 7) {
      const found = await moments.positionAt(at(asked));
      expect(found >= 0n && found <= 2_500n).toBe(true);
    }
  });

  it('is told the other way round too', async () => {
    const moments = new Moments(await logOf(7));
    expect(await Promise.all([1n, 3n, 4n, 7n].map((one) => moments.recordedAt(one)))).toEqual([10, 10, 11, 12].map(at));
    expect(await Promise.all([0n, 8n, 1_000n].map((one) => moments.recordedAt(one)))).toEqual(Array(3).fill(undefined));
  });
});
