import { isRequired, missing } from '../shared.ts';
import { feedparserCore } from './feedparser-core.ts';

const measured = missing(feedparserCore.needs).length === 0 || isRequired() ? it : it.skip;

describe('the documents of feedparser', () => {
  measured('are read right, but for what is argued (needs ../shared)', async () => {
    const figures = await feedparserCore.measure(() => undefined);
    const shares = Object.fromEntries(figures.map(({ name, ratio }) => [name, ratio]));
    expect(figures[0]?.conditions).toMatchObject({ 'files that throw': 0, 'files refused with a reason': 1 });
    expect(shares['feedparser-core']).toBeGreaterThanOrEqual(0.99);
    expect(shares['feedparser-core-all']).toBeGreaterThanOrEqual(0.97);
    expect(shares['feedparser-core-base']).toBeGreaterThanOrEqual(54 / 56);
    expect(shares['feedparser-core-sanitised']).toBeGreaterThanOrEqual(0.99);
  });
});

describe('what a figure needs of ../shared', () => {
  it('is named where it is not there', () => {
    expect(missing(['corpora/there-is-no-such-corpus'])).toEqual(['corpora/there-is-no-such-corpus']);
    expect(missing([])).toEqual([]);
  });
});
