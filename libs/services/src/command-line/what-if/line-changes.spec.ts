import { lineChanges } from './line-changes.js';

const changes = (before: string, after: string): string[] =>
  lineChanges(before, after).map(({ sign, line }) => `${sign}${line}`);

describe('what makes one text of another', () => {
  it('is nothing where they are one', () => {
    expect(changes('a\nb', 'a\nb')).toEqual([]);
  });

  it('is the lines that only one of them has, each in its place', () => {
    expect(changes('a\nb\nc', 'a\nc\nd')).toEqual(['-b', '+d']);
    expect(changes('b', 'a\nb\nc')).toEqual(['+a', '+c']);
    expect(changes('a\nb\nc\nd', 'd\na\nb\nc')).toEqual(['+d', '-d']);
  });

  it('takes out before it puts in, where a line is another', () => {
    expect(changes('a\nold\nc', 'a\nnew\nc')).toEqual(['-old', '+new']);
    expect(changes('', 'a')).toEqual(['-', '+a']);
  });
});
