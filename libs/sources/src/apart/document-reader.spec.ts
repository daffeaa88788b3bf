import { DocumentReader, readDocument, UnreadableDocument } from '../index.js';
import { fetched } from '../testing/fetched.js';

const feed = (...titles: readonly string[]) =>
  fetched(
    `<rss><channel>${titles.map((title) => `<item><guid>${title}</guid><title>${title}</title></item>`).join('')}</channel></rss>`,
  );
const numbers = Array.from({ length: 5_000 }, (_, number) => `Un titre ${number}`);
const titlesIn = async (reading: ReturnType<DocumentReader['read']>): Promise<string[]> =>
  (await reading).document.reports.map(({ fields }) => fields.title);

const withReader = async (
  limits: ConstructorParameters<typeof DocumentReader>[0],
  work: (reader: DocumentReader) => Promise<void>,
): Promise<void> => {
  const reader = new DocumentReader(limits);
  try {
    await work(reader);
  } finally {
    await reader.close();
  }
};

describe('a reader in a thread of its own', () => {
  it('reads what is read in this one', () =>
    withReader({}, async (reader) => {
      const document = feed('Un', 'Deux');
      expect(await reader.read(document)).toEqual(await readDocument(document));
    }));

  it('refuses what is refused in this one, in the same words', () =>
    withReader({}, async (reader) => {
      const reading = reader.read(fetched('<p>rien</p>'));
      await expect(reading).rejects.toThrow(UnreadableDocument);
      await expect(reading).rejects.toThrow('XML that begins with “<p>rien</p>”, not a feed or calendar');
    }));

  it('answers each who asks at the same time', () =>
    withReader({}, async (reader) => {
      const asked = ['Un', 'Deux', 'Trois'].map((title) => titlesIn(reader.read(feed(title))));
      expect(await Promise.all(asked)).toEqual([['Un'], ['Deux'], ['Trois']]);
    }));

  it('gives up a document that takes longer than it may, and reads the next one', () =>
    withReader({ deadline: 1 }, async (reader) => {
      const slow = reader.read(feed(...numbers));
      await expect(slow).rejects.toThrow(UnreadableDocument);
      await expect(slow).rejects.toThrow('took longer than 0.001 s to read; given up');
      await expect(reader.read(feed(...numbers))).rejects.toThrow('took longer than 0.001 s');
    }));

  it('gives up a document that needs more memory than it may, and reads the next one', () =>
    withReader({ megabytes: 24 }, async (reader) => {
      const large = reader.read(feed(...numbers.map((title) => `${title} ${'long '.repeat(200)}`)));
      const small = titlesIn(reader.read(feed('Un')));
      await expect(large).rejects.toThrow(UnreadableDocument);
      await expect(large).rejects.toThrow('needed more than 24 MB to read; given up');
      expect(await small).toEqual(['Un']);
    }));

  it('lets this thread go on meanwhile', () =>
    withReader({}, async (reader) => {
      const order: string[] = [];
      const reading = reader.read(feed(...numbers)).then(() => order.push('read'));
      await new Promise((resolve) => setImmediate(resolve));
      order.push('this thread');
      await reading;
      expect(order).toEqual(['this thread', 'read']);
    }));

  it('reads what it was asked for before it ends', async () => {
    const reader = new DocumentReader();
    const asked = titlesIn(reader.read(feed('Un')));
    await reader.close();
    expect(await asked).toEqual(['Un']);
  });

  it('reads in another thread what it is asked for while it ends', () =>
    withReader({ deadline: 5_000 }, async (reader) => {
      await reader.read(feed('Un'));
      const ended = reader.close();
      const [asked, later] = [titlesIn(reader.read(feed('Deux'))), titlesIn(reader.read(feed('Trois')))];
      await ended;
      expect(await Promise.all([asked, later])).toEqual([['Deux'], ['Trois']]);
    }));
});
