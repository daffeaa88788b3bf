import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { LetterId, SubscriptionId } from './identifiers.js';
import { letterCode, subscriptionCode, subscriptionOfCode } from './mail-code.js';
import { fromSmallLetters, inSmallLetters } from './small-letters.js';

describe('bytes in small letters', () => {
  it('are those of RFC 4648, 10', () => {
    const known = ['', 'my', 'mzxq', 'mzxw6', 'mzxw6yq', 'mzxw6ytb', 'mzxw6ytboi'];
    expect(known.map((_, length) => inSmallLetters(Buffer.from('foobar'.slice(0, length))))).toEqual(known);
  });

  it('are read back as they were, of every length', () => {
    for (let length = 0; length < 40; length++) {
      const bytes = randomBytes(length);
      expect(Buffer.from(fromSmallLetters(inSmallLetters(bytes)) ?? [1])).toEqual(bytes);
    }
  });

  it.each(['m', 'mz1', 'MZXQ', 'mzxr', 'mz xq'])('are not %j: they have one spelling', (text) => {
    expect(fromSmallLetters(text)).toBeUndefined();
  });
});

describe('the code of a letter', () => {
  it('is short, without case, and another for each letter', () => {
    const ids = Array.from(
      { length: 500 },
      (_, n) => createHash('sha256').update(`${n}`).digest('base64url') as LetterId,
    );
    const codes = new Set(ids.map(letterCode));
    expect(codes.size).toBe(500);
    expect([...codes].filter((code) => !/^[a-z2-7]{24}$/.test(code))).toEqual([]);
  });
});

describe('the code of a subscription', () => {
  it('is that of one subscription', () => {
    for (let n = 0; n < 100; n++) {
      const subscription = randomUUID() as SubscriptionId;
      expect(subscriptionCode(subscription)).toMatch(/^[a-z2-7]{26}$/);
      expect(subscriptionOfCode(subscriptionCode(subscription))).toBe(subscription);
    }
  });

  it.each(['', 'abc', 'not-a-code', 'a'.repeat(27)])('is not %j', (code) => {
    expect(subscriptionOfCode(code)).toBeUndefined();
  });
});
