import { beginning, cleanText } from './clean-text.js';

describe('a clean text', () => {
  it('has no control characters but white space', () => {
    expect(cleanText('a\u0000b\u0007c\u001bd\u007fe\tf\ng\rh')).toBe('abcde\tf\ng\rh');
  });

  it('has no halves of characters', () => {
    expect(cleanText('\ud83c a \udf31 🌱')).toBe('\ufffd a \ufffd 🌱');
  });
});

describe('the beginning of a text', () => {
  it('is the text where it is short', () => {
    expect(beginning('été', 3)).toBe('été');
  });

  it('never ends in half a character', () => {
    expect(beginning('ab🌱', 3)).toBe('ab');
    expect(beginning('ab🌱', 4)).toBe('ab🌱');
  });
});
