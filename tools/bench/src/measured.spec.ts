import { measured } from './measured.ts';
import { inWords } from './report.ts';

const compared = {
  name: 'append-1',
  unit: 'events/s',
  ours: [900, 1_000, 3_000],
  other: [2_000, 2_000, 4_000],
} as const;

describe('a measurement', () => {
  it('is the median of the rounds beside that of the ceiling, and their ratio', () => {
    expect(measured({ ...compared, beside: 'ceiling', conditions: {} })).toMatchObject({
      ...{ figure: 1_000, ceiling: 2_000, peer: null, ratio: 0.5 },
      conditions: { 'ratio by round': '0.45 to 0.75' },
    });
  });

  it('has a peer where somebody else did the work', () => {
    const { ceiling, peer } = measured({ ...compared, beside: 'peer', conditions: {} });
    expect([ceiling, peer]).toEqual([null, 2_000]);
  });

  it('may stand for the worst instead of the middle', () => {
    const worst = measured({ ...compared, beside: 'ceiling', conditions: {}, by: (values) => Math.max(...values) });
    expect([worst.figure, worst.ceiling, worst.ratio]).toEqual([3_000, 4_000, 0.75]);
  });

  it('is told with what it was taken under', () => {
    const words = inWords(measured({ ...compared, beside: 'peer', conditions: { appends: 400 } }));
    expect(words).toContain('append-1: 1,000 events/s, peer 2,000, ratio 0.50');
    expect(words).toContain('appends: 400');
    expect(words).toContain(`node: ${process.versions.node}`);
  });
});
