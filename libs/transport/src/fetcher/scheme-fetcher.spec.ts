import { folderShelf, serverShelf } from '../testing/document-shelf.js';
import { describeFetcher } from '../testing/fetcher.conformance.js';
import { FileFetcher } from './file-fetcher.js';
import { HttpFetcher } from './http-fetcher.js';
import { SchemeFetcher } from './scheme-fetcher.js';

const http = new HttpFetcher({ userAgent: 'Relais/test', allowPrivate: true });
const chosen = new SchemeFetcher({ 'http:': http, 'https:': http, 'file:': new FileFetcher() });

describeFetcher('a choice by scheme, of files,', () => folderShelf(chosen), { missing: 'unreachable' });
describeFetcher('a choice by scheme, of the web,', () => serverShelf(chosen), { missing: 'http-status' });

describe('a choice by scheme', () => {
  it('says which schemes it has', async () => {
    await expect(chosen.fetch({ url: 'ftp://exemple.test/agenda.ics' })).rejects.toThrow(
      '«ftp://exemple.test/agenda.ics» cannot be fetched: only http: https: file: can',
    );
  });

  it('chooses by the scheme as URLs are read, in any case', async () => {
    const shelf = await serverShelf(chosen);
    const url = await shelf.show('agenda.ics', Buffer.from('x'));
    expect(await chosen.fetch({ url: url.replace('http:', 'HTTP:') })).toMatchObject({ status: 'fetched', url });
    await shelf.close();
  });
});
