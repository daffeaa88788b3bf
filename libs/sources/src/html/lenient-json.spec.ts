import { lenientJson } from './lenient-json.js';

describe('broken JSON', () => {
  it.each([
    ['trailing commas', '{"a":[1,2,],"b":"c",}', { a: [1, 2], b: 'c' }],
    ['missing commas', '{"a":1 "b":[{"c":2} {"c":3}] "d":"e"}', { a: 1, b: [{ c: 2 }, { c: 3 }], d: 'e' }],
    ['line ends and tabs in texts', '{"a":"un\ndeux\ttrois"}', { a: 'un\ndeux\ttrois' }],
    [
      'quotes that nobody escaped',
      '{"a":"le "café" du coin","b":"un "deux", trois"}',
      { a: 'le "café" du coin', b: 'un "deux", trois' },
    ],
    ['comments', '/* un */{"a":1, // deux\n"b":/* trois */2}', { a: 1, b: 2 }],
    ['what hides scripts from old browsers', '<!--//<![CDATA[\n{"a":1}\n//]]>-->', { a: 1 }],
    ['addresses that look like comments', '{"a":"https://x.test/*","b":"//y",}', { a: 'https://x.test/*', b: '//y' }],
    ['keys without quotes', '{a:1, @type:"Event", schema:b:true,}', { a: 1, '@type': 'Event', 'schema:b': true }],
    ['postal codes that begin with a zero', '{"a":01000,}', { a: '01000' }],
    ['escapes, known and unknown', String.raw`{"a":"\u00e9\n\/\'\"x",}`, { a: 'é\n/\'"x' }],
    ['an end that is missing', '{"a":{"b":["c","d', { a: { b: ['c', 'd'] } }],
    ['an object that is not closed', '{"a":[{"b":1,{"c":2}],"d":3}', { a: [{ b: 1 }, { c: 2 }], d: 3 }],
    ['a semicolon at its end', '{"a":1};', { a: 1 }],
  ])('is read with %s', (_what, text, expected) => {
    const [found] = lenientJson(text);
    expect(JSON.parse(JSON.stringify(found))).toEqual(expected);
  });

  it('has several values where they stand behind one another', () => {
    expect(JSON.stringify(lenientJson('{"a":1}{"a":2}\n[3]'))).toBe('[{"a":1},{"a":2},[3]]');
  });

  it.each(['', 'pas du JSON', '"un texte"', '17', '}}}]]]', ':::', '\u0000'])('has none in %j', (text) => {
    expect(lenientJson(text)).toEqual([]);
  });

  it('has no way to what objects have of themselves', () => {
    const [found] = lenientJson('{"__proto__":{"polluted":1},"constructor":2,}');
    expect(Object.getPrototypeOf(found)).toBeNull();
    expect({}).not.toHaveProperty('polluted');
  });

  it.each(['[', '{"a":', '"', '{"a":"', '/*', '\\', '{"a":"x" ', ',', '{', 'a', '-'])(
    'is read to its end and no further: %j, a hundred thousand times',
    (piece) => {
      expect(JSON.stringify(lenientJson(`{${piece.repeat(100_000)}`)).length).toBeLessThan(2_000_000);
    },
  );
});
