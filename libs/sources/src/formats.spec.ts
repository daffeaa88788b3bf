import { decodedText } from './decoded-text.js';
import { formats, readDocument } from './index.js';
import { fetched } from './testing/fetched.js';
import { fixturesOf, formatFolders } from './testing/fixtures.js';

describe('the formats', () => {
  it('are those that have a folder', () => {
    expect(formats.map(({ name }) => name).sort()).toEqual(formatFolders().sort());
  });

  describe.each(formats)('$name', ({ name: format }) => {
    const fixtures = fixturesOf(format);

    it('has documents to be tested with', () => {
      expect(fixtures.length).toBeGreaterThan(2);
    });

    it.each(fixtures)('reads $name as expected', async ({ body, expected }) => {
      const { document } = await readDocument(fetched(body));
      expect(JSON.parse(JSON.stringify(document))).toEqual(JSON.parse(expected));
    });

    it.each(fixtures)('is the only one to recognise $name', ({ body }) => {
      const beginning = decodedText(body, '')
        .replace(/^\uFEFF/, '')
        .trimStart();
      const recognising = formats.filter((one) => one.recognises(fetched(body), beginning));
      expect(recognising.map(({ name }) => name)).toEqual([format]);
    });

    it('says no author in what is recorded', async () => {
      const documents = await Promise.all(fixtures.map(({ body }) => readDocument(fetched(body))));
      const reports = documents.flatMap(({ document }) => document.reports);
      const authors = reports.flatMap(({ author }) => author ?? []);
      const recorded = JSON.stringify(reports.map(({ fields }) => fields));
      expect(authors.filter((author) => recorded.includes(author))).toEqual([]);
      expect(recorded).not.toMatch(/"author|mailto:ada/);
    });

    it('reads a document twice as the same', async () => {
      for (const { body } of fixtures)
        expect(await readDocument(fetched(body))).toEqual(await readDocument(fetched(body)));
    });
  });

  it('show authors to whoever reads by hand, where a format has them', async () => {
    const documents = await Promise.all(
      formats.flatMap(({ name }) => fixturesOf(name)).map(({ body }) => readDocument(fetched(body))),
    );
    const withAuthors = documents.filter(({ document }) => document.reports.some(({ author }) => author));
    expect([...new Set(withAuthors.map(({ format }) => format))].sort()).toEqual([
      'icalendar',
      'json-feed',
      'xml-feed',
    ]);
  });
});
