import { css } from './stylesheet.js';

describe('the stylesheet', () => {
  it('weighs less than 12 kB', () => {
    expect(Buffer.byteLength(css)).toBeLessThan(12_000);
  });

  it('loads nothing else', () => {
    expect(css).not.toMatch(/url\(|@import|@font-face/u);
  });

  it('has a look for the dark and one for paper', () => {
    expect(css).toContain('@media (prefers-color-scheme:dark)');
    expect(css).toContain('@media print');
  });

  it('defines every colour it uses, for light and for dark', () => {
    const used = new Set([...css.matchAll(/var\((--[\w-]+)\)/gu)].map(([, name]) => name));
    const [light = '', dark = ''] = [...css.matchAll(/:root\{([^}]*)\}/gu)].map(([, inside]) => inside ?? '');
    for (const name of used) {
      expect(light).toContain(`${name}:`);
      expect(dark).toContain(`${name}:`);
    }
  });
});
