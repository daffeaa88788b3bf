import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocument, UnreadableDocument } from './index.js';
import { fetched } from './testing/fetched.js';

const root = join(import.meta.dirname, '../../../../shared/corpora');
const required = (process.env['RELAIS_REQUIRE'] ?? '').split(',').includes('shared');
const reads = existsSync(root) || required ? it : it.skip;

/** What others test their readers with, and how much of it there is at least. */
const corpora = [
  { corpus: 'kurtmckee+feedparser', least: 2_090 },
  { corpus: 'rbren+rss-parser', least: 30 },
  { corpus: 'danmactough+node-feedparser', least: 25 },
  { corpus: 'jens-maus+node-ical', least: 50 },
  { corpus: 'kewisch+ical.js', least: 40 },
  { corpus: 'collective+icalendar', least: 175 },
  { corpus: 'allenporter+ical', least: 80 },
] as const;

const filesOf = (corpus: string): string[] =>
  readdirSync(join(root, corpus), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(xml|rss|atom|ics|json)$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name));

describe('the documents that others test with', () => {
  reads.each(corpora)(
    'are read or refused, and nothing else: $corpus (needs ../shared)',
    async ({ corpus, least }) => {
      const broken: string[] = [];
      let read = 0;
      for (const file of filesOf(corpus)) {
        try {
          await readDocument(fetched(readFileSync(file)));
          read++;
        } catch (error) {
          const clean = error instanceof UnreadableDocument && (!error.cause || error.cause instanceof SyntaxError);
          if (!clean) broken.push(`${file}: ${String(error)}`);
        }
      }
      expect(broken).toEqual([]);
      expect(read).toBeGreaterThanOrEqual(least);
    },
    120_000,
  );
});
