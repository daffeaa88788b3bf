import type { Queue } from '../queue/queue.js';

/** One clockwork, and the queues that share it. */
export type Clockwork = Readonly<{
  /** Opens a queue on it, as a process that starts does. */
  open(): Promise<Queue>;
  /** What the queues reported of handlers that failed, as `kind id: message`. */
  errors: readonly string[];
  close(): Promise<void>;
}>;

type Differences = Readonly<{
  /** Whether what was set is still there after a restart. */
  keeps: boolean;
}>;

const days = 86_400_000;
const inMilliseconds = (wait: number): string => new Date(Date.now() + wait).toISOString();
const longAgo = '2015-11-10T19:30:00Z';

/** A handler that notes what rang. */
const noting = (then: (id: string) => Promise<void> = async () => undefined) => {
  const rung: string[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  const handler = async (id: string): Promise<void> => {
    rung.push(id);
    for (const { count, resolve } of waiting) if (rung.length >= count) resolve();
    await then(id);
  };
  const until = (count: number): Promise<void> =>
    new Promise((resolve) => {
      if (rung.length >= count) resolve();
      else waiting.push({ count, resolve });
    });
  return { handler, rung, until };
};

/** What every queue must do. An adapter's spec is one call of this. */
export const describeQueue = (name: string, start: () => Promise<Clockwork>, { keeps }: Differences): void => {
  describe(`${name} as a queue`, () => {
    let clockwork: Clockwork;
    let queue: Queue;
    beforeEach(async () => {
      clockwork = await start();
      queue = await clockwork.open();
    });
    afterEach(async () => {
      await queue.close();
      await clockwork.close();
    });

    it('rings what is due already', async () => {
      const { handler, rung, until } = noting();
      await queue.onRing('collect', handler);
      await queue.set({ kind: 'collect', id: 'a', at: longAgo });
      await until(1);
      expect(rung).toEqual(['a']);
    });

    it('rings what was set before anybody listened', async () => {
      await queue.set({ kind: 'collect', id: 'a', at: longAgo });
      const { handler, rung, until } = noting();
      await queue.onRing('collect', handler);
      await until(1);
      expect(rung).toEqual(['a']);
    });

    it('rings no alarm before its time, and in the order of their times', async () => {
      const rangAt: number[] = [];
      const { handler, rung, until } = noting(async () => void rangAt.push(Date.now()));
      await queue.onRing('collect', handler);
      const times = [inMilliseconds(600), inMilliseconds(300)] as const;
      await queue.set({ kind: 'collect', id: 'later', at: times[0] });
      await queue.set({ kind: 'collect', id: 'sooner', at: times[1] });
      await until(2);
      expect(rung).toEqual(['sooner', 'later']);
      expect(rangAt[0]).toBeGreaterThanOrEqual(Date.parse(times[1]));
      expect(rangAt[1]).toBeGreaterThanOrEqual(Date.parse(times[0]));
    });

    it('rings each kind where it is listened to', async () => {
      const [collect, letter] = [noting(), noting()];
      await queue.onRing('collect', collect.handler);
      await queue.onRing('letter', letter.handler);
      await queue.set({ kind: 'letter', id: 'a', at: longAgo });
      await queue.set({ kind: 'collect', id: 'a', at: longAgo });
      await queue.set({ kind: 'collect', id: 'b', at: longAgo });
      await Promise.all([collect.until(2), letter.until(1)]);
      expect(collect.rung.sort()).toEqual(['a', 'b']);
      expect(letter.rung).toEqual(['a']);
    });

    it('rings an alarm that was moved once, at its new time', async () => {
      const { handler, rung, until } = noting();
      await queue.onRing('collect', handler);
      await queue.set({ kind: 'collect', id: 'later', at: inMilliseconds(300) });
      await queue.set({ kind: 'collect', id: 'later', at: inMilliseconds(900) });
      await queue.set({ kind: 'collect', id: 'sooner', at: inMilliseconds(90 * days) });
      await queue.set({ kind: 'collect', id: 'sooner', at: longAgo });
      await queue.set({ kind: 'collect', id: 'witness', at: inMilliseconds(600) });
      await until(3);
      expect(rung).toEqual(['sooner', 'witness', 'later']);
    });

    it('does not ring what was cancelled', async () => {
      const { handler, rung, until } = noting();
      await queue.set({ kind: 'collect', id: 'before', at: longAgo });
      await queue.cancel('collect', 'before');
      await queue.onRing('collect', handler);
      await queue.set({ kind: 'collect', id: 'waiting', at: inMilliseconds(250) });
      await queue.cancel('collect', 'waiting');
      await queue.cancel('collect', 'never set');
      await queue.set({ kind: 'collect', id: 'witness', at: inMilliseconds(500) });
      await until(1);
      expect(rung).toEqual(['witness']);
    });

    it('waits for what is far away, further than a timer reaches', async () => {
      const { handler, rung, until } = noting();
      await queue.onRing('collect', handler);
      for (const far of [20, 25, 50, 400, 20_000])
        await queue.set({ kind: 'collect', id: `in ${far} days`, at: inMilliseconds(far * days) });
      await queue.set({ kind: 'collect', id: 'witness', at: inMilliseconds(300) });
      await until(1);
      expect(rung).toEqual(['witness']);
    });

    it('takes no time that is none', async () => {
      await expect(queue.set({ kind: 'collect', id: 'a', at: 'tomorrow' })).rejects.toThrow(
        '«tomorrow» is no instant that an alarm could ring at',
      );
    });

    it.each(['a:b', 'https://relais.test/lille?a=b#c', 'é 🏳️‍🌈', '0', '-1', '{"a":1}', '*', 'a\0b\n', 'x'.repeat(500)])(
      'rings whatever the id is: %j',
      async (id) => {
        const { handler, rung, until } = noting();
        await queue.onRing('collect', handler);
        await queue.set({ kind: 'collect', id, at: longAgo });
        await until(1);
        expect(rung).toEqual([id]);
      },
    );

    it('rings those of a kind one after another', async () => {
      let ringing = 0;
      const together: number[] = [];
      const { handler, until } = noting(async () => {
        together.push(++ringing);
        await new Promise(setImmediate);
        ringing--;
      });
      await queue.onRing('collect', handler);
      await Promise.all(['a', 'b', 'c', 'd'].map((id) => queue.set({ kind: 'collect', id, at: longAgo })));
      await until(4);
      expect(together).toEqual([1, 1, 1, 1]);
    });

    it('rings so many of a kind together as its handler wants, and no more', async () => {
      const gates = new Map<string, () => void>();
      let [ringing, most] = [0, 0];
      const { handler, rung, until } = noting(async (id) => {
        most = Math.max(most, ++ringing);
        await new Promise<void>((resolve) => gates.set(id, resolve));
        ringing--;
      });
      await queue.onRing('collect', handler, { together: 3 });
      for (const id of ['a', 'b', 'c', 'd', 'e']) await queue.set({ kind: 'collect', id, at: longAgo });
      // None of the three has ended when the third begins.
      await until(3);
      gates.get(rung[1] ?? '')?.();
      await until(4);
      gates.get(rung[0] ?? '')?.();
      await until(5);
      expect([most, rung.toSorted()]).toEqual([3, ['a', 'b', 'c', 'd', 'e']]);
      for (const open of gates.values()) open();
    });

    it('rings again for a handler that failed, and says what was wrong', async () => {
      const { handler, rung, until } = noting(async () => {
        if (rung.length === 1) throw new Error('no network');
      });
      await queue.onRing('collect', handler);
      await queue.set({ kind: 'collect', id: 'a', at: longAgo });
      await until(2);
      expect(rung).toEqual(['a', 'a']);
      expect(clockwork.errors).toEqual(['collect a: no network']);
    });

    it('rings others while one that failed waits', async () => {
      const { handler, rung, until } = noting(async (id) => {
        if (id === 'bad' && rung.length === 1) throw new Error('no network');
      });
      await queue.onRing('collect', handler);
      await queue.set({ kind: 'collect', id: 'bad', at: longAgo });
      await until(1);
      await queue.set({ kind: 'collect', id: 'good', at: longAgo });
      await until(3);
      expect(rung).toEqual(['bad', 'good', 'bad']);
    });

    it('rings again what its own handler set', async () => {
      const { handler, rung, until } = noting(async (id) => {
        if (rung.length < 3) await queue.set({ kind: 'collect', id, at: inMilliseconds(20) });
      });
      await queue.onRing('collect', handler);
      await queue.set({ kind: 'collect', id: 'a', at: longAgo });
      await until(3);
      await queue.set({ kind: 'collect', id: 'witness', at: inMilliseconds(100) });
      await until(4);
      expect(rung).toEqual(['a', 'a', 'a', 'witness']);
    });

    it('follows the wish of a handler that failed: moved or cancelled', async () => {
      const { handler, rung, until } = noting(async (id) => {
        if (id === 'cancelled') await queue.cancel('collect', id);
        if (id === 'moved') await queue.set({ kind: 'collect', id, at: inMilliseconds(90 * days) });
        if (id !== 'witness') throw new Error('no network');
      });
      await queue.onRing('collect', handler);
      await queue.set({ kind: 'collect', id: 'cancelled', at: longAgo });
      await until(1);
      await queue.set({ kind: 'collect', id: 'moved', at: longAgo });
      await until(2);
      await queue.set({ kind: 'collect', id: 'witness', at: inMilliseconds(1_500) });
      await until(3);
      expect(rung).toEqual(['cancelled', 'moved', 'witness']);
    });

    it('does not ring what is moved or cancelled while it waits for its turn', async () => {
      const { handler, rung, until } = noting(async (id) => {
        if (id !== 'first') return;
        await queue.set({ kind: 'collect', id: 'cancelled', at: longAgo });
        await queue.set({ kind: 'collect', id: 'moved', at: longAgo });
        await new Promise((resolve) => setTimeout(resolve, 50));
        await queue.cancel('collect', 'cancelled');
        await queue.set({ kind: 'collect', id: 'moved', at: inMilliseconds(90 * days) });
      });
      await queue.onRing('collect', handler);
      await queue.set({ kind: 'collect', id: 'first', at: longAgo });
      await until(1);
      await queue.set({ kind: 'collect', id: 'witness', at: inMilliseconds(300) });
      await until(2);
      expect(rung).toEqual(['first', 'witness']);
    });

    it('stops ringing when asked, waits for what rings, and keeps the alarms for who listens next', async () => {
      const gate = Promise.withResolvers<void>();
      const ended: string[] = [];
      const first = noting(async (id) => {
        await gate.promise;
        ended.push(id);
      });
      const stop = await queue.onRing('collect', first.handler);
      await queue.set({ kind: 'collect', id: 'a', at: longAgo });
      await first.until(1);
      await queue.set({ kind: 'collect', id: 'b', at: longAgo });
      const stopped = stop();
      gate.resolve();
      await stopped;
      expect(ended).toEqual(['a']);
      const second = noting();
      await queue.onRing('collect', second.handler);
      await second.until(1);
      expect([first.rung, second.rung]).toEqual([['a'], ['b']]);
    });

    it('closes when what rings has ended', async () => {
      const gate = Promise.withResolvers<void>();
      const ended: string[] = [];
      const { handler, rung, until } = noting(async (id) => {
        await gate.promise;
        ended.push(id);
      });
      await queue.onRing('collect', handler);
      await queue.set({ kind: 'collect', id: 'a', at: longAgo });
      await until(1);
      await queue.set({ kind: 'collect', id: 'b', at: longAgo });
      const closed = queue.close();
      gate.resolve();
      await closed;
      expect(ended).toEqual(['a']);
      expect(rung).toEqual(['a']);
    });

    it('closes without having done anything', async () => {
      await expect(queue.close()).resolves.toBeUndefined();
    });

    it(keeps ? 'keeps over a restart what was set' : 'forgets at a restart what was set', async () => {
      await queue.set({ kind: 'collect', id: 'before', at: longAgo });
      await queue.close();
      queue = await clockwork.open();
      const { handler, rung, until } = noting();
      await queue.onRing('collect', handler);
      await queue.set({ kind: 'collect', id: 'witness', at: inMilliseconds(300) });
      await until(keeps ? 2 : 1);
      expect(rung).toEqual(keeps ? ['before', 'witness'] : ['witness']);
    });
  });
};
