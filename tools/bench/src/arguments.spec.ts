import { argumentsOf, WrongUse } from './arguments.ts';
import type { Benchmark } from './benchmark.ts';

const benchmark = (name: string, counts: Benchmark['counts']): Benchmark => ({
  name,
  counts,
  usual: { rounds: 5, each: 100 },
  measure: async () => [],
});
const all = [benchmark('append-1', 'appends'), benchmark('replay', 'events'), benchmark('letters', 'letters')];
const chosenBy = (...args: string[]) =>
  argumentsOf(args, all).chosen.map(({ benchmark: { name }, amounts }) => ({ name, ...amounts }));

describe('what is asked of the benchmarks', () => {
  it('is all of them, unless some are named', () => {
    expect(chosenBy().map(({ name }) => name)).toEqual(['append-1', 'replay', 'letters']);
    expect(chosenBy('letters', 'append-1').map(({ name }) => name)).toEqual(['append-1', 'letters']);
  });

  it('is a figure of the corpora, or all of them by the name of the group', () => {
    const figuresIn = (...args: string[]) => {
      const { chosen, corpora } = argumentsOf(args, all, ['hostile', 'read']);
      return [...chosen.map(({ benchmark: { name } }) => name), ...corpora];
    };
    expect(figuresIn('corpora')).toEqual(['hostile', 'read']);
    expect(figuresIn('read')).toEqual(['read']);
    expect(figuresIn('replay')).toEqual(['replay']);
    expect(figuresIn()).toEqual(['append-1', 'replay', 'letters', 'hostile', 'read']);
  });

  it('is lines of JSON only when it says so', () => {
    expect(argumentsOf([], all).json).toBe(false);
    expect(argumentsOf(['replay', '--json'], all).json).toBe(true);
  });

  it('may be more events, for those that count events', () => {
    expect(chosenBy('--events', '5000').map(({ each }) => each)).toEqual([100, 5_000, 100]);
  });

  it('may be other rounds', () => {
    expect(chosenBy('--rounds', '2').map(({ rounds }) => rounds)).toEqual([2, 2, 2]);
  });

  it('may be minutes, for those that go on in real time', () => {
    const both = [benchmark('replay', 'events'), benchmark('sources', 'sources')];
    const chosen = argumentsOf(['--minutes', '2'], both).chosen;
    expect(chosen.map(({ amounts }) => amounts.rounds)).toEqual([5, 12]);
  });

  it('is refused with the names that there are', () => {
    expect(() => chosenBy('replya')).toThrow(WrongUse);
    expect(() => chosenBy('replya')).toThrow(
      'no benchmark is called replya; there are append-1, replay, letters, corpora',
    );
  });

  it.each([['--evnets'], ['--events', 'many'], ['--rounds', '0']])('is refused when it is %s %s', (...args) => {
    expect(() => chosenBy(...args)).toThrow(WrongUse);
  });
});
