import { createHash } from 'node:crypto';
import { languages } from '@relais/vocabulary';
import { consentWording, released, wordingOf } from './consent.js';

/** Written down once more, for good: whoever changes a wording changes what people agreed to. */
const onRecord: Readonly<Record<string, string>> = {
  'info-1-fr': '456cb6990631a4371b7cbcf730dcb3fa9d3277a35953a85d6ce47619649324e1',
  'info-1-en': '07b52b17139601f96e632ca08142af83252b1024370e995120b83a28b2d8b230',
  'info-2-fr': '8bce6fe7f630333a4e20924ab513c8b601b6814bd4db85f9ad0ad74d24f28bd7',
  'info-2-en': '17b9bf890f63010f5273d4194b4d94b79e318559d4e040b122b9d938ce2ddb13',
  'info-2-nl': '079485868a991b868c37058eb688bd134ca6611abb22e8e42cc008344a94f9cb',
};

describe('the wordings of a consent', () => {
  it('stay word for word as they were released', () => {
    const hashes = Object.entries(released).map(([id, { text }]) => [
      id,
      createHash('sha256').update(text).digest('hex'),
    ]);
    expect(Object.fromEntries(hashes)).toMatchObject(onRecord);
    expect(Object.fromEntries(hashes)).toEqual(
      Object.fromEntries(Object.entries(released).map(([id, { hash }]) => [id, hash])),
    );
    expect(Object.keys(released).toSorted()).toEqual(Object.keys(onRecord).toSorted());
  });

  it.each(languages)('have one that is shown in %s, which its id finds again', (language) => {
    const { id, text } = consentWording(language);
    expect(id.endsWith(`-${language}`)).toBe(true);
    expect(wordingOf(id)).toBe(text);
  });

  it('are none by an id that was never released', () => {
    expect([wordingOf('info-0-fr'), wordingOf('constructor')]).toEqual([undefined, undefined]);
  });
});
