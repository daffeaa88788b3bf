import { canonicalJson } from './canonical-json.js';

describe('canonical JSON', () => {
  it('is the same for the same members in any order, however deep', () => {
    const one = { title: 'Communs', place: { city: 'Lille', name: 'MRES' }, list: [{ a: 1, b: 2 }] };
    const other = { list: [{ b: 2, a: 1 }], place: { name: 'MRES', city: 'Lille' }, title: 'Communs' };
    expect(canonicalJson(one)).toBe(canonicalJson(other));
    expect(canonicalJson(one)).toBe(
      '{"list":[{"a":1,"b":2}],"place":{"city":"Lille","name":"MRES"},"title":"Communs"}',
    );
  });

  it('leaves out what is undefined', () => {
    expect(canonicalJson({ a: undefined, b: { c: undefined } })).toBe('{"b":{}}');
  });

  it('keeps the order of a list, and tells apart null, nothing, empty and zero', () => {
    const values = [[1, 2], [2, 1], { a: null }, {}, { a: '' }, { a: 0 }, { a: false }, { a: [] }];
    expect(new Set(values.map(canonicalJson)).size).toBe(values.length);
  });

  it('sorts by code units, as RFC 8785 has it', () => {
    expect(canonicalJson({ é: 1, z: 2, Z: 3, '10': 4, '9': 5, '\u{1f600}': 6, '\ufb33': 7 })).toBe(
      '{"10":4,"9":5,"Z":3,"z":2,"é":1,"\u{1f600}":6,"\ufb33":7}',
    );
  });

  it('takes single values, and null for nothing', () => {
    expect(['a\n"', 1.5, true, null, undefined].map(canonicalJson)).toEqual([
      '"a\\n\\""',
      '1.5',
      'true',
      'null',
      'null',
    ]);
  });

  it('takes names that objects have by themselves', () => {
    const text = '{"__proto__":{"b":1,"a":2},"constructor":1,"toString":2}';
    expect(canonicalJson(JSON.parse(text))).toBe('{"__proto__":{"a":2,"b":1},"constructor":1,"toString":2}');
  });
});
