import type { Basis } from '@relais/gathering';
import type { ItemKey, SourceId } from '@relais/vocabulary';
import { gatheringIdFor } from './gathering-id.js';
import { sha256 } from './testing/hub.js';

const basis = (source: string, item: string): Basis => ({ source: source as SourceId, item: item as ItemKey });
const polder = basis('lille-demosphere', 'https://lille.demosphere.net/rv/4480');
const free = () => false;

describe("a gathering's id", () => {
  it('is the same for the same first announcement, for ever', () => {
    expect(gatheringIdFor(polder, sha256, free)).toBe('xzw01whsrv');
  });

  it('is made of what cannot be mistaken when read aloud', () => {
    const ids = Array.from({ length: 200 }, (_, item) => gatheringIdFor(basis('s', `${item}`), sha256, free));
    expect(ids.filter((id) => !/^[0-9a-hjkmnp-tv-z]{10}$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(200);
  });

  it('is another for another source or another item', () => {
    const ids = [polder, basis('a', 'b c'), basis('a b', 'd'), basis('a', 'd')].map((one) =>
      gatheringIdFor(one, sha256, free),
    );
    expect(new Set(ids).size).toBe(4);
  });

  it('is longer, and begins alike, where it is taken', () => {
    const first = gatheringIdFor(polder, sha256, free);
    const second = gatheringIdFor(polder, sha256, (id) => id === first);
    const third = gatheringIdFor(polder, sha256, (id) => id === first || id === second);
    expect([second.length, third.length]).toEqual([11, 12]);
    expect(third.startsWith(second) && second.startsWith(first)).toBe(true);
  });

  it('says so when none is left', () => {
    expect(() => gatheringIdFor(polder, sha256, () => true)).toThrow(
      'no id is left for the gathering first announced as',
    );
  });
});
