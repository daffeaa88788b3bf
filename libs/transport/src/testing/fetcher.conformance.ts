import { FetchFailed, type Fetcher, type FetchRequest, type FetchResult } from '../fetcher/fetcher.js';

/** Somewhere that shows documents, and the fetcher that reads them there. */
export type Shelf = Readonly<{
  fetcher: Fetcher;
  /** Shows a document under a name such as `agenda.ics`, in the place of any before it; resolves to its URL. */
  show(name: string, document: Uint8Array): Promise<string>;
  close(): Promise<void>;
}>;

type Differences = Readonly<{
  /** How it says that there is no such document. */
  missing: FetchFailed['code'];
}>;

const megabytes10 = 10_000_000;
const everyByte = Uint8Array.from({ length: 256 }, (_, byte) => byte);

/** What every fetcher must do. An adapter's spec is one call of this. */
export const describeFetcher = (name: string, open: () => Promise<Shelf>, { missing }: Differences): void => {
  describe(`${name} as a fetcher`, () => {
    let shelf: Shelf;
    beforeEach(async () => {
      shelf = await open();
    });
    afterEach(() => shelf.close());

    const fetched = async (request: FetchRequest): Promise<Extract<FetchResult, { status: 'fetched' }>> => {
      const result = await shelf.fetcher.fetch(request);
      if (result.status !== 'fetched') throw new Error(`${request.url} was ${result.status}`);
      return result;
    };
    const failure = async (url: string): Promise<FetchFailed> => {
      const error: unknown = await shelf.fetcher.fetch({ url }).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(FetchFailed);
      return error as FetchFailed;
    };

    it('brings a document byte for byte, with where it was and what it is', async () => {
      const url = await shelf.show('agenda.ics', everyByte);
      const { body, mediaType, url: from } = await fetched({ url });
      expect([...body]).toEqual([...everyByte]);
      expect(mediaType).toBe('text/calendar');
      expect(from).toBe(url);
    });

    it('brings an empty document', async () => {
      const url = await shelf.show('empty.xml', new Uint8Array());
      expect((await fetched({ url })).body).toHaveLength(0);
    });

    it('says that a document has not changed to who sends its validators back', async () => {
      const url = await shelf.show('feed.rss', everyByte);
      const { validators } = await fetched({ url });
      expect(Object.keys(validators)).not.toEqual([]);
      expect(await shelf.fetcher.fetch({ url, validators })).toEqual({ status: 'not-modified' });
    });

    it('brings a document that has changed, with new validators', async () => {
      const url = await shelf.show('feed.rss', everyByte);
      const { validators } = await fetched({ url });
      await shelf.show('feed.rss', Buffer.from('another'));
      const again = await fetched({ url, validators });
      expect(Buffer.from(again.body).toString()).toBe('another');
      expect(again.validators).not.toEqual(validators);
    });

    it('brings a document to who sends validators of another', async () => {
      const url = await shelf.show('feed.rss', everyByte);
      expect((await fetched({ url, validators: { etag: '"of another"' } })).body).toHaveLength(256);
    });

    it('brings ten million bytes', async () => {
      const url = await shelf.show('large.json', Buffer.alloc(megabytes10, 'x'));
      expect((await fetched({ url })).body).toHaveLength(megabytes10);
    });

    it('refuses one byte more as too large', async () => {
      const url = await shelf.show('large.json', Buffer.alloc(megabytes10 + 1, 'x'));
      expect((await failure(url)).code).toBe('too-large');
    });

    it(`says «${missing}» of a document that is not there`, async () => {
      const url = await shelf.show('there.ics', everyByte);
      expect((await failure(url.replace('there.ics', 'elsewhere.ics'))).code).toBe(missing);
    });

    it.each(['', 'agenda', 'mailto:alice@exemple.test', 'gopher://127.0.0.1/', 'data:,x'])(
      'cannot reach «%s», and says so',
      async (url) => {
        expect((await failure(url)).code).toBe('unreachable');
      },
    );

    it('brings nothing to who has given up already', async () => {
      const url = await shelf.show('agenda.ics', everyByte);
      const reason = new Error('given up');
      await expect(shelf.fetcher.fetch({ url, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    });
  });
};
