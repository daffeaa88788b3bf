import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { feedFormats } from './feed-formats.js';
import { hostileFeed } from './testing/hostile-feed.js';

/** Folders that hold no format of a feed. */
const others = ['icalendar', 'opml', 'testing'];

describe('the list of feed formats', () => {
  it('names every format that has a folder', () => {
    const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !others.includes(entry.name))
      .map(({ name }) => name);
    expect(feedFormats.map(({ name }) => name).sort()).toEqual(folders.sort());
  });

  it('has a path of its own for each', () => {
    expect(new Set(feedFormats.map(({ extension }) => extension)).size).toBe(feedFormats.length);
  });
});

describe.each(feedFormats)('the $name format', (format) => {
  it('has a specification beside it', () => {
    expect(existsSync(join(import.meta.dirname, format.name, `${format.name}.spec.ts`))).toBe(true);
  });

  it('gives the same bytes for the same feed', () => {
    expect(format.render(structuredClone(hostileFeed))).toBe(format.render(hostileFeed));
  });

  it('holds nothing that cannot be sent as UTF-8', () => {
    const text = format.render(hostileFeed);
    expect(Buffer.from(text).toString('utf8')).toBe(text);
    expect(format.mediaType).toMatch(/; charset=utf-8$/);
  });

  it('can be empty', () => {
    expect(format.render({ ...hostileFeed, entries: [] })).toContain('Communs');
  });
});
