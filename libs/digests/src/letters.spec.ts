import { readdirSync } from 'node:fs';
import * as digests from './index.js';

/** Folders that hold no letter. */
const others = ['shell', 'telling', 'composing', 'paper', 'testing'];

describe('the letters', () => {
  it('are opened to the courier, each from its folder', () => {
    const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !others.includes(entry.name))
      .map(({ name }) => `${name}Letter`);
    expect(Object.keys(digests)).toEqual(expect.arrayContaining(folders));
  });
});
