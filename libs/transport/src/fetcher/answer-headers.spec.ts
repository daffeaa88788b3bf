import { freshForOf, longestRest, retryAfterOf } from './answer-headers.js';

const now = Date.parse('2026-11-25T12:00:00Z');

describe('when to ask again', () => {
  it.each([
    ['120', 120],
    [' 120 ', 120],
    ['0', undefined],
    ['-5', undefined],
    ['soon', undefined],
    ['', undefined],
    ['99999999999999999999', longestRest],
    ['Wed, 25 Nov 2026 12:01:30 GMT', 90],
    ['Wednesday, 25-Nov-26 12:01:30 GMT', 90],
    ['Wed Nov 25 12:01:30 2026 GMT', 90],
    ['Wed, 25 Nov 2026 11:59:00 GMT', undefined],
    ['Fri, 31 Dec 9999 23:59:59 GMT', longestRest],
  ])('is read from Retry-After: %j', (value, seconds) => {
    expect(retryAfterOf({ 'retry-after': value }, now)).toBe(seconds);
  });

  it('is counted from the server’s own clock where it says its date', () => {
    const headers = { date: 'Wed, 25 Nov 2026 10:00:00 GMT', 'retry-after': 'Wed, 25 Nov 2026 10:05:00 GMT' };
    expect(retryAfterOf(headers, now)).toBe(300);
  });

  it('is not known without Retry-After', () => {
    expect(retryAfterOf({}, now)).toBeUndefined();
  });
});

describe('how long a document stays as it is', () => {
  it.each([
    [{ 'cache-control': 'max-age=3600' }, 3_600],
    [{ 'cache-control': 'public, Max-Age="600"' }, 600],
    [{ 'cache-control': ['private', 'max-age=60'] }, 60],
    [{ 'cache-control': 'max-age=3600', age: '600' }, 3_000],
    [{ 'cache-control': 'max-age=60', age: '600' }, undefined],
    [{ 'cache-control': 'max-age=0' }, undefined],
    [{ 'cache-control': 'max-age=soon', expires: 'Wed, 25 Nov 2026 13:00:00 GMT' }, undefined],
    [{ 'cache-control': 'no-store, max-age=3600' }, undefined],
    [{ 'cache-control': 'no-cache', expires: 'Wed, 25 Nov 2026 13:00:00 GMT' }, undefined],
    [{ 'cache-control': 'max-age=60', expires: 'Wed, 25 Nov 2026 13:00:00 GMT' }, 60],
    [{ 'cache-control': 'public', expires: 'Wed, 25 Nov 2026 13:00:00 GMT' }, 3_600],
    [{ 'cache-control': 'max-age=99999999999' }, longestRest],
    [{ expires: 'Wed, 25 Nov 2026 13:00:00 GMT', date: 'Wed, 25 Nov 2026 12:30:00 GMT' }, 1_800],
    [{ expires: '0' }, undefined],
    [{ expires: '-1' }, undefined],
    [{}, undefined],
  ])('is read from what the server says: %j', (headers, seconds) => {
    expect(freshForOf(headers, now)).toBe(seconds);
  });
});
