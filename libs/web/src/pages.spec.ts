import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pages } from './pages.js';

describe('the list of pages', () => {
  it('names every page that has a folder', () => {
    expect(pages.map(({ name }) => name).sort()).toEqual(readdirSync(join(import.meta.dirname, 'pages')).sort());
  });

  it('has one page for a path', () => {
    const paths = pages.flatMap((page) => page.paths);
    expect(paths.filter((path, index) => paths.indexOf(path) !== index)).toEqual([]);
  });
});
