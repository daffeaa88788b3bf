import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { WithheldLetter } from './withheld-letter.js';

const bytes = Buffer.from('Bonjour.\r\n'.repeat(5_000));

describe('a withheld letter', () => {
  it('gives all its bytes and has left, when it may', async () => {
    const letter = new WithheldLetter(bytes, async () => true);
    expect((await buffer(letter.stream)).equals(bytes)).toBe(true);
    expect(await letter.stop()).toBe('left');
  });

  it('never ends when it is to be kept', async () => {
    const letter = new WithheldLetter(bytes, async () => false);
    await expect(buffer(letter.stream)).rejects.toThrow('the letter is not to leave');
    expect(await letter.stop()).toBe('kept');
  });

  it('asks nobody while it is stopped before its end', async () => {
    const asked: number[] = [];
    const letter = new WithheldLetter(bytes, async () => asked.push(1) > 0);
    await once(letter.stream, 'readable');
    expect(await letter.stop()).toBe('not asked');
    expect(asked).toEqual([]);
  });

  it('is held back when its line broke while somebody was asked', async () => {
    const letter = new WithheldLetter(bytes, async () => {
      letter.stream.destroy();
      return true;
    });
    letter.stream.resume();
    await once(letter.stream, 'close');
    expect(await letter.stop()).toBe('held back');
  });
});
