import { underlined, wrapped } from './plain.js';

describe('plain text', () => {
  it('is at most 72 columns wide, words whole', () => {
    const lines = wrapped('un deux trois '.repeat(30).trim(), '* ', '  ').split('\n');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(72);
    expect(lines.map((line) => line.slice(0, 2))).toEqual(['* ', ...lines.slice(1).map(() => '  ')]);
    expect(lines.map((line) => line.slice(2)).join(' ')).toBe('un deux trois '.repeat(30).trim());
  });

  it('fills a line to its last column', () => {
    const [first, last] = ['x'.repeat(36), 'y'.repeat(35)];
    expect(wrapped(`${first} ${last}`)).toBe(`${first} ${last}`);
    expect(wrapped(`${first} ${last}y`)).toBe(`${first}\n${last}y`);
  });

  it('never breaks an address', () => {
    const url = `https://x.example/${'a'.repeat(100)}`;
    expect(wrapped(`Voir ${url} ici`)).toBe(`Voir\n${url}\nici`);
  });

  it('keeps empty lines empty', () => {
    expect(wrapped('a\n\nb', '  ')).toBe('  a\n\n  b');
  });

  it('underlines a title as far as it goes, and no wider than a line', () => {
    expect(underlined('Été', '=')).toBe('Été\n===');
    expect(underlined('x'.repeat(100), '-').split('\n')[1]).toHaveLength(72);
  });
});
