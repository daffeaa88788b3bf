import { readDocument } from '@relais/sources';
import { says } from './agreement.ts';
import type { Fact } from './facts.ts';

const url = 'https://exemple.test/flux';
const document = async () => {
  const feed = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Le &lt;site&gt;</title><id>urn:site</id><rights>CC0</rights>
    <entry><id>urn:1</id><title type="html">&lt;b&gt;Un&lt;/b&gt;</title><link href="/un"/><updated>2026-01-02T03:04:05Z</updated>
    <author><name>Ada</name></author><category term="communs"/><content type="html">&lt;p&gt;Texte&lt;/p&gt;</content></entry></feed>`;
  const fetched = { url, mediaType: '', body: Buffer.from(feed), fetchedAt: '2026-11-01T12:00:00Z', zone: 'UTC' };
  return (await readDocument(fetched)).document;
};
const fact = (item: number | undefined, field: Fact['field'], expected: string | number): Fact => ({
  group: 'core',
  ...{ item, field, expected },
});

describe('what somebody else read in a document', () => {
  it.each([
    fact(undefined, 'title', 'Le <site>'),
    fact(undefined, 'id', 'urn:site'),
    fact(undefined, 'rights', 'CC0'),
    fact(0, 'title', '<b>Un</b>'),
    fact(0, 'id', 'urn:1'),
    fact(0, 'link', 'https://exemple.test/un'),
    fact(0, 'date', Date.UTC(2026, 0, 2, 3, 4, 5)),
    fact(0, 'date', 'Fri, 02 Jan 2026 03:04:05 GMT'),
    fact(0, 'author', 'Ada (ada@exemple.test)'),
    fact(0, 'theme', 'communs'),
    fact(0, 'body', '<p style="color: red">Texte<img src="a.png"></p>'),
  ])('is said by ours: $item $field $expected', async (one) => {
    expect(says(await document(), one, url)).toBe(true);
  });

  it.each([
    fact(undefined, 'title', 'Le autre'),
    fact(undefined, 'date', Date.UTC(2026, 0, 2)),
    fact(0, 'title', '<b>Deux</b>'),
    fact(0, 'id', 'urn:2'),
    fact(0, 'link', 'https://exemple.test/deux'),
    fact(0, 'date', Date.UTC(2026, 0, 2, 3, 4, 6)),
    fact(0, 'author', 'Grace'),
    fact(0, 'body', 'Texte'),
    fact(0, 'enclosure', 'a.png'),
    fact(1, 'title', 'Un'),
  ])('is not said by ours: $item $field $expected', async (one) => {
    expect(says(await document(), one, url)).toBe(false);
  });
});
