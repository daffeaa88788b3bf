import { textLines } from './text-lines.js';

async function* pieces(...texts: string[]): AsyncGenerator<string> {
  yield* texts;
}
const lines = async (...texts: string[]) => {
  const found: [string, boolean][] = [];
  for await (const { text, isCut } of textLines(pieces(...texts))) found.push([text, isCut]);
  return found;
};

describe('lines of text', () => {
  it('end as on any system, in whatever pieces they come', async () => {
    const text = 'un\r\ndeux\ntrois\rquatre\r\n\r\ncinq';
    const whole = ['un', 'deux', 'trois', 'quatre', '', 'cinq'].map((one) => [one, false]);
    expect(await lines(text)).toEqual(whole);
    expect(await lines(...text)).toEqual(whole);
    expect(await lines(text, '\r')).toEqual(whole);
  });

  it('are none in an empty text', async () => {
    expect(await lines('', '')).toEqual([]);
  });

  it('that are longer than anybody’s are cut, and the next is whole', async () => {
    const long = 'x'.repeat(70_000);
    for (const all of [[`${long}\nalice`], [long, long, '\r', '\nalice'], [`${long}\r`, 'alice']])
      expect(await lines(...all)).toEqual([
        ['x'.repeat(16_384), true],
        ['alice', false],
      ]);
  });
});
