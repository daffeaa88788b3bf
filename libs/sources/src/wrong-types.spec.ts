import { formats, readDocument, UnreadableDocument } from './index.js';
import { fetched } from './testing/fetched.js';
import { fixturesOf } from './testing/fixtures.js';

/** What somebody might send instead of what a member should be. */
const wrong: readonly unknown[] = [
  ...[null, true, -1, 1e308, '', 'javascript:alert(1)', '\u0000\ud800', [], {}, [[]], [null], { a: null }],
  ...[{ '@value': {} }, ['x'.repeat(10_000)], JSON.parse('['.repeat(500) + ']'.repeat(500))],
];

/** The document once for each of its members, that member replaced. */
function* spoilt(document: unknown, replaced: unknown): Generator<unknown> {
  if (typeof document !== 'object' || document === null) return;
  for (const key of Object.keys(document)) {
    const member = (document as Record<string, unknown>)[key];
    const copy = (value: unknown): unknown =>
      Array.isArray(document)
        ? document.map((one: unknown, index) => (String(index) === key ? value : one))
        : { ...document, [key]: value };
    yield copy(replaced);
    for (const within of spoilt(member, replaced)) yield copy(within);
  }
}

const inJson = formats
  .flatMap(({ name }) => fixturesOf(name))
  .filter(({ name }) => name.endsWith('.json') && name !== 'control-characters.json');

describe('a document with a wrong type in one place', () => {
  it.each(inJson)(
    'is read or refused, and does nothing else: $format, $name',
    async ({ body }) => {
      const document: unknown = JSON.parse(Buffer.from(body).toString());
      const broken: string[] = [];
      let outcomes = 0;
      for (const replaced of wrong)
        for (const one of spoilt(document, replaced)) {
          const text = JSON.stringify(one);
          const outcome = await readDocument(fetched(text)).catch((error: unknown) => error);
          if (outcome instanceof Error && (!(outcome instanceof UnreadableDocument) || outcome.cause !== undefined))
            broken.push(`${JSON.stringify(replaced).slice(0, 40)} in ${text.slice(0, 200)}: ${String(outcome)}`);
          outcomes++;
        }
      expect(broken.slice(0, 5)).toEqual([]);
      expect(outcomes).toBeGreaterThan(wrong.length);
    },
    120_000,
  );
});
