import { formats, readDocument, UnreadableDocument } from './index.js';
import { fetched } from './testing/fetched.js';
import { fixturesOf, type Fixture } from './testing/fixtures.js';

const places = 200;

/** The body cut at evenly spaced places, and with one byte turned over there. */
function* damaged({ body }: Fixture): Generator<{ damage: string; body: Uint8Array }> {
  for (let place = 0; place < places; place++) {
    const at = Math.floor((place * body.length) / places);
    yield { damage: `cut at ${at}`, body: body.subarray(0, at) };
    const flipped = Uint8Array.from(body);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << (place % 8));
    yield { damage: `bit ${place % 8} of ${at} flipped`, body: flipped };
  }
}

describe.each(formats)('a damaged document in the format $name', ({ name }) => {
  it.each(fixturesOf(name))(
    'is read or refused, and does nothing else: $name',
    async (fixture) => {
      const other: string[] = [];
      let outcomes = 0;
      for (const { damage, body } of damaged(fixture)) {
        try {
          const { document } = await readDocument(fetched(body));
          expect(document.reports).toBeInstanceOf(Array);
        } catch (error) {
          // Refused by a reason of ours, not because something broke on the way; broken JSON is told by the parser.
          const clean = error instanceof UnreadableDocument && (!error.cause || error.cause instanceof SyntaxError);
          if (!clean) other.push(`${damage}: ${String(error)}`);
        }
        outcomes++;
      }
      expect(other).toEqual([]);
      expect(outcomes).toBe(2 * places);
    },
    60_000,
  );
});
