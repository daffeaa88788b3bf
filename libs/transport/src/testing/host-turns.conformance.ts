import type { HostTurns, Pace } from '../fetcher/host-turns.js';

/** No pace at all: only one after another. */
export const unpaced: Pace = { burst: 1, every: 0 };

const nothing = async (): Promise<void> => undefined;

/** An errand that notes when it begins and ends, and lasts until it is told to end. */
const errands = () => {
  const story: string[] = [];
  const begun = new Map<string, PromiseWithResolvers<void>>();
  const ends = new Map<string, PromiseWithResolvers<void>>();
  const of = (map: typeof begun, name: string): PromiseWithResolvers<void> => {
    const known = map.get(name) ?? Promise.withResolvers<void>();
    map.set(name, known);
    return known;
  };
  return {
    story,
    named: (name: string) => async (): Promise<string> => {
      story.push(`${name} begins`);
      of(begun, name).resolve();
      await of(ends, name).promise;
      story.push(`${name} ends`);
      return name;
    },
    begun: (name: string) => of(begun, name).promise,
    end: (name: string) => of(ends, name).resolve(),
  };
};

/** What all turns must do. An adapter's spec is one call of this; `open` gives turns at a pace that nobody used before. */
export const describeHostTurns = (name: string, open: (pace: Pace) => Promise<HostTurns>): void => {
  describe(`${name} as the turns of hosts`, () => {
    let turns: HostTurns;
    afterEach(() => turns.close());

    it('lets one errand of a host after another through, in the order in which they came', async () => {
      turns = await open(unpaced);
      const { story, named, begun, end } = errands();
      const all = ['a', 'b', 'c'].map((one) => turns.take('ville.test', undefined, named(one)));
      end('b');
      end('c');
      await begun('a');
      // Whoever would not wait has had every chance to begin.
      await turns.take('autre.test', undefined, nothing);
      expect(story).toEqual(['a begins']);
      end('a');
      expect(await Promise.all(all)).toEqual(['a', 'b', 'c']);
      expect(story).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
    });

    it('lets errands of several hosts through at the same time, and those of several ports', async () => {
      turns = await open(unpaced);
      const { named, begun, end } = errands();
      const hosts = ['ville.test', 'autre.test', 'ville.test:8080'];
      const all = hosts.map((host) => turns.take(host, undefined, named(host)));
      await Promise.all(hosts.map(begun));
      hosts.forEach(end);
      expect(await Promise.all(all)).toEqual(hosts);
    });

    it('tells of an errand that failed, and lets the next one through', async () => {
      turns = await open(unpaced);
      const failed = turns.take('ville.test', undefined, () => Promise.reject(new Error('no network')));
      const next = turns.take('ville.test', undefined, async () => 'next');
      await expect(failed).rejects.toThrow('no network');
      expect(await next).toBe('next');
    });

    it('lets go of one that is called off while it waits, which holds up nobody', async () => {
      turns = await open(unpaced);
      const { story, named, begun, end } = errands();
      const first = turns.take('ville.test', undefined, named('first'));
      await begun('first');
      const call = new AbortController();
      const called = turns.take('ville.test', call.signal, named('called off'));
      const last = turns.take('ville.test', undefined, named('last'));
      call.abort(new Error('no more time'));
      await expect(called).rejects.toThrow('no more time');
      end('first');
      end('last');
      expect(await Promise.all([first, last])).toEqual(['first', 'last']);
      expect(story).not.toContain('called off begins');
    });

    it('does nothing for one that was called off before', async () => {
      turns = await open(unpaced);
      const { story, named } = errands();
      const called = turns.take('ville.test', AbortSignal.abort(new Error('no more time')), named('called off'));
      await expect(called).rejects.toThrow('no more time');
      await turns.take('ville.test', undefined, nothing);
      expect(story).toEqual([]);
    });

    it('lets so many through after a rest as the pace says, and then one each time that it says', async () => {
      const every = 150;
      turns = await open({ burst: 2, every });
      const begins: number[] = [];
      const began = performance.now();
      const noting = async (): Promise<void> => void begins.push(performance.now() - began);
      await Promise.all(Array.from({ length: 5 }, () => turns.take('ville.test', undefined, noting)));
      // Not sooner is what a host is promised; clocks of whole milliseconds may be off by one at either end.
      for (const [index, at] of begins.entries()) expect(at).toBeGreaterThan((index - 1) * every - 3);
      expect(begins).toHaveLength(5);
    });

    it('keeps no pace towards this machine itself, but asks it one by one', async () => {
      turns = await open({ burst: 1, every: 3_600_000 });
      const { story, named, end } = errands();
      for (const host of ['127.0.0.1:8080', 'localhost', '[::1]:80']) {
        const all = ['a', 'b'].map((one) => turns.take(host, undefined, named(`${host} ${one}`)));
        end(`${host} a`);
        end(`${host} b`);
        await Promise.all(all);
        expect(story.splice(0)).toEqual(['a begins', 'a ends', 'b begins', 'b ends'].map((what) => `${host} ${what}`));
      }
    });

    it('lets go of one that is called off while it keeps the pace', async () => {
      turns = await open({ burst: 1, every: 3_600_000 });
      await turns.take('ville.test', undefined, nothing);
      const call = new AbortController();
      const waiting = turns.take('ville.test', call.signal, nothing);
      await turns.take('autre.test', undefined, nothing);
      call.abort(new Error('no more time'));
      await expect(waiting).rejects.toThrow();
    });
  });
};
