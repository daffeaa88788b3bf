import { isUtf8 } from 'node:buffer';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { shared } from '../shared.ts';
import { fact, type GoldenDocument } from './golden-documents.ts';

/** What is read of rss-parser's tests: feeds as they were published, and what it made of them. */
export const rssParser = 'corpora/rbren+rss-parser/test';

type Loose = Readonly<Record<string, unknown>>;
type Output = Readonly<{ feed: Loose & { items: readonly Loose[] } }>;

/** Some of what it made is in the encoding of the feed. */
const decoded = (body: Uint8Array): string => new TextDecoder(isUtf8(body) ? 'utf-8' : 'windows-1252').decode(body);

/** A text of which it lost characters by decoding says nothing about the feed. */
const whole = (text: unknown): unknown => (typeof text === 'string' && text.includes('\ufffd') ? undefined : text);

/** The feeds beside which there is what rss-parser made of them. */
export const rssParserDocuments = (): readonly GoldenDocument[] => {
  const outputs = new Set(readdirSync(shared(join(rssParser, 'output'))));
  return readdirSync(shared(join(rssParser, 'input')))
    .sort()
    .map((file) => ({ file, output: `${basename(file, extname(file))}.json` }))
    .filter(({ output }) => outputs.has(output))
    .map(({ file, output }) => {
      const { feed } = JSON.parse(decoded(readFileSync(shared(join(rssParser, 'output', output))))) as Output;
      const facts = [
        ...fact(undefined, 'title', whole(feed['title'])),
        ...fact(undefined, 'link', feed['link']),
        ...feed.items.flatMap((item, index) => [
          ...fact(index, 'title', whole(item['title'])),
          ...fact(index, 'link', item['link']),
          ...fact(index, 'id', item['id'] ?? item['guid']),
          ...fact(index, 'date', item['isoDate']),
        ]),
      ];
      return { path: join(rssParser, 'input', file), facts };
    });
};
