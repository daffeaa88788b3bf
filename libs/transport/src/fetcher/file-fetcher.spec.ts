import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { folderShelf } from '../testing/document-shelf.js';
import { describeFetcher } from '../testing/fetcher.conformance.js';
import { FileFetcher } from './file-fetcher.js';

describeFetcher('files', () => folderShelf(new FileFetcher()), { missing: 'unreachable' });

describe('what is no file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'relais-files-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const url = (path: string): string => pathToFileURL(path).href;

  it.each([
    ['a folder', url(folder)],
    ['a device without end', 'file:///dev/zero'],
    ['another machine', 'file://exemple.test/agenda.ics'],
    ['a path with a hidden slash', 'file:///tmp%2Fagenda.ics'],
    ['a page of the web', 'https://exemple.test/agenda.ics'],
  ])('is refused: %s', async (_what, address) => {
    await expect(new FileFetcher().fetch({ url: address })).rejects.toMatchObject({
      name: 'FetchFailed',
      code: 'unreachable',
    });
  });

  it('is not waited for: a pipe that nobody writes to', async () => {
    const pipe = join(folder, 'pipe');
    expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
    await expect(new FileFetcher().fetch({ url: url(pipe) })).rejects.toMatchObject({ code: 'unreachable' });
  });

  it('is named in the error, with the reason', async () => {
    await expect(new FileFetcher().fetch({ url: url(join(folder, 'absent.ics')) })).rejects.toThrow(
      /absent\.ics cannot be read: ENOENT$/,
    );
  });
});
