import { UnreadableDocument, type Fetched } from '@relais/sources';
import { DocumentReaders, type Readers } from './document-readers.js';

const document = (items: number, text = 'x'): Fetched => ({
  url: 'https://exemple.test/feed',
  mediaType: 'application/rss+xml',
  body: Buffer.from(
    `<rss><channel>${Array.from({ length: items }, (_, n) => `<item><guid>${n}</guid><title>${n} ${text}</title></item>`).join('')}</channel></rss>`,
  ),
  fetchedAt: '2026-11-25T12:00:00Z',
  zone: 'Europe/Paris',
});
const withReaders = async (
  readers: Partial<Readers>,
  limits: ConstructorParameters<typeof DocumentReaders>[0],
  work: (of: DocumentReaders) => Promise<void>,
): Promise<void> => {
  const opened = new DocumentReaders(limits, readers);
  try {
    await work(opened);
  } finally {
    await opened.close();
  }
};
const itemsOf = async (reading: ReturnType<DocumentReaders['read']>): Promise<number> =>
  (await reading).document.reports.length;

describe('documents read in threads apart', () => {
  it('are each read, however many are asked for and however few may be read at once', () =>
    withReaders({ most: 2, patience: 0 }, {}, async (readers) => {
      const sizes = Array.from({ length: 20 }, (_, n) => n + 1);
      expect(await Promise.all(sizes.map((size) => itemsOf(readers.read(document(size)))))).toEqual(sizes);
    }));

  it('do not wait for one that takes its time', () =>
    withReaders({ patience: 0 }, {}, async (readers) => {
      const order: number[] = [];
      await Promise.all(
        [5_000, 1].map(async (size) => order.push(await itemsOf(readers.read(document(size, 'long '.repeat(200)))))),
      );
      expect(order).toEqual([1, 5_000]);
    }));

  it('wait where there are as many threads as there may be', () =>
    withReaders({ most: 1, patience: 0 }, {}, async (readers) => {
      const order: number[] = [];
      await Promise.all([5_000, 1].map(async (size) => order.push(await itemsOf(readers.read(document(size))))));
      expect(order).toEqual([5_000, 1]);
    }));

  it('need no thread at rest, and get another after it', () =>
    withReaders({ rest: 0 }, {}, async (readers) => {
      expect(readers.threads).toBe(0);
      expect(await itemsOf(readers.read(document(1)))).toBe(1);
      while (readers.threads > 0) await new Promise((resolve) => setImmediate(resolve));
      expect(await itemsOf(readers.read(document(2)))).toBe(2);
    }));

  it('are read also after one that was given up', () =>
    withReaders({}, { megabytes: 24 }, async (readers) => {
      const large = readers.read(document(5_000, 'long '.repeat(200)));
      await expect(large).rejects.toThrow(UnreadableDocument);
      expect(await itemsOf(readers.read(document(2)))).toBe(2);
    }));

  it('leave no thread behind when all is closed, not even the one that was reading', async () => {
    const readers = new DocumentReaders();
    const reading = itemsOf(readers.read(document(1)));
    await readers.close();
    expect([await reading, readers.threads]).toEqual([1, 0]);
  });
});
