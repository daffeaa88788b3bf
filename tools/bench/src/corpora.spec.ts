import { corporaFigures } from './corpora.ts';

describe('the figures called corpora', () => {
  it('are named by the tool that takes them', () => {
    expect(corporaFigures()).toEqual(expect.arrayContaining(['feedparser-core', 'hostile', 'read']));
  });
});
