import { inWords, judge } from './judge.ts';
import { NotHere, type Point, type Seen } from './point.ts';

const point = (name: string, show: () => Promise<Seen>): Point => ({ name, claims: 'something', show });
const shown = point('one', async () => ({ seen: 'there it is', more: ['in detail'] }));
const wrong = point('two', () => Promise.reject(new Error('there is nothing')));
const missing = point('three', () => Promise.reject(new NotHere('redis', 'needs redis-server')));

const judged = async (points: readonly Point[], ...required: string[]) => {
  const lines: string[] = [];
  const words = inWords(await judge(points, required, (line) => lines.push(line.replace(/\d+\.\d s/, '0 s'))));
  return { lines, words };
};

describe('a run of the acceptance', () => {
  it('says a line for each point, with what was seen, and counts them', async () => {
    expect(await judged([shown])).toEqual({
      lines: ['passed  one        there it is (0 s)', '        in detail'],
      words: '1 passed, 0 failed',
    });
  });

  it('goes on after a point that fails', async () => {
    expect(await judged([wrong, shown])).toEqual({
      lines: ['FAILED  two        there is nothing (0 s)', 'passed  one        there it is (0 s)', '        in detail'],
      words: '1 passed, 1 failed',
    });
  });

  it('skips aloud what cannot be shown on this machine', async () => {
    const { lines, words } = await judged([missing], 'python');
    expect([lines, words]).toEqual([['skipped three      needs redis-server (0 s)'], '0 passed, 0 failed, 1 skipped']);
  });

  it('fails where what is missing is required', async () => {
    const { lines, words } = await judged([missing], 'python', 'redis');
    expect([lines, words]).toEqual([['FAILED  three      needs redis-server (0 s)'], '0 passed, 1 failed']);
  });
});
