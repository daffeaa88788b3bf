import { alternate } from './alternate.ts';

describe('two sides that are compared', () => {
  const played = async (rounds: number) => {
    const turns: string[] = [];
    const side = (name: string, figure: number) => async (round: number) => {
      turns.push(`${name} ${round}`);
      return figure + round;
    };
    return { turns, figures: await alternate(rounds, side('ours', 10), side('other', 20)) };
  };

  it('take turns, and turns in beginning', async () => {
    const { turns } = await played(2);
    expect(turns).toEqual(['ours 0', 'other 0', 'other 1', 'ours 1', 'ours 2', 'other 2']);
  });

  it('are not judged by the round that warms up', async () => {
    const { figures } = await played(2);
    expect(figures).toEqual({ ours: [11, 12], other: [21, 22] });
  });
});
