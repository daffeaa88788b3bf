/** Base32 (RFC 4648, 6) in small letters, unpadded: mail servers may change the case of an address, and it has none. */
const letters = 'abcdefghijklmnopqrstuvwxyz234567';

export const inSmallLetters = (bytes: Uint8Array): string => {
  let text = '';
  let [held, bits] = [0, 0];
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff;
    for (bits += 8; bits >= 5; bits -= 5) text += letters[(held >> (bits - 5)) & 31];
  }
  return bits === 0 ? text : text + letters[(held << (5 - bits)) & 31];
};

/** The bytes that were written so; undefined for what nobody wrote. */
export const fromSmallLetters = (text: string): Uint8Array | undefined => {
  const bytes: number[] = [];
  let [held, bits] = [0, 0];
  for (const letter of text) {
    const value = letters.indexOf(letter);
    if (value < 0) return undefined;
    held = ((held << 5) | value) & 0xffff;
    bits += 5;
    if (bits >= 8) bytes.push((held >> (bits -= 8)) & 255);
  }
  const written = Uint8Array.from(bytes);
  return inSmallLetters(written) === text ? written : undefined;
};
