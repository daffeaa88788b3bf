import { Lanes } from './lanes.js';

/** Errands that note when they begin, and last until they are told to end. */
const errands = () => {
  const begun: string[] = [];
  const gates = new Map<string, PromiseWithResolvers<void>>();
  const gate = (name: string): PromiseWithResolvers<void> => {
    const known = gates.get(name) ?? Promise.withResolvers<void>();
    gates.set(name, known);
    return known;
  };
  return {
    begun,
    of: (name: string) => async (): Promise<string> => {
      begun.push(name);
      await gate(name).promise;
      return name;
    },
    end: (name: string) => gate(name).resolve(),
  };
};

describe('the lanes of a collector', () => {
  it('let errands of a host through one after another, and those of several hosts together', async () => {
    const { begun, of, end } = errands();
    const lanes = new Lanes(2);
    const all = [lanes.take('a', of('a1')), lanes.take('a', of('a2')), lanes.take('b', of('b1'))];
    expect(begun).toEqual(['a1', 'b1']);
    end('a1');
    await all[0];
    end('a2');
    end('b1');
    expect(await Promise.all(all)).toEqual(['a1', 'a2', 'b1']);
    expect(begun).toEqual(['a1', 'b1', 'a2']);
  });

  it('let no more than so many hosts through at a time', async () => {
    const { begun, of, end } = errands();
    const lanes = new Lanes(2);
    const all = ['a', 'b', 'c'].map((host) => lanes.take(host, of(host)));
    expect(begun).toEqual(['a', 'b']);
    end('b');
    await all[1];
    end('c');
    await all[2];
    expect(begun).toEqual(['a', 'b', 'c']);
    end('a');
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c']);
  });

  it('let a host with many wait behind every other one', async () => {
    const { begun, of, end } = errands();
    const lanes = new Lanes(1);
    const names = ['large1', 'large2', 'large3', 'small1', 'other1'];
    const all = names.map((name) => lanes.take(name.slice(0, -1), of(name)));
    names.forEach(end);
    await Promise.all(all);
    expect(begun).toEqual(['large1', 'small1', 'other1', 'large2', 'large3']);
  });

  it('tell of an errand that failed, and go on', async () => {
    const lanes = new Lanes(1);
    const failed = lanes.take('a', () => Promise.reject(new Error('no disk')));
    const next = lanes.take('a', async () => 'next');
    await expect(failed).rejects.toThrow('no disk');
    expect(await next).toBe('next');
    expect(await lanes.take('a', async () => 'again')).toBe('again');
  });
});
