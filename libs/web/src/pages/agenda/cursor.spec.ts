import { readCursor, writeCursor } from './cursor.js';

describe('a cursor', () => {
  it.each([
    { value: '2026-11-26T17:00:00Z', key: 'lille-11' },
    { value: null, key: 'sans-date' },
    { value: '', key: 'ç ½ ü œ 中 🌻 "\\' },
  ])('comes back as it was written: $key', (cursor) => {
    const written = writeCursor(cursor);
    expect(written).toMatch(/^[\w-]+$/u);
    expect(readCursor(written)).toEqual(cursor);
  });

  it.each(['', '2', 'é', '%', 'bm90IGpzb24', btoa('{}'), btoa('["a"]'), btoa('[1,"a"]'), btoa('["a",null]')])(
    'is none where none was written: %j',
    (text) => {
      expect(readCursor(text)).toBeUndefined();
    },
  );
});
