/** What one encoded word may hold: 75 characters in all (RFC 2047, 2), of which 63 are base64. */
const mostOctets = 45;

/** Text for a header as encoded words, which are never split within a character; control characters become spaces. */
export const encodedWords = (text: string): readonly string[] => {
  const words = [''];
  for (const character of text.toWellFormed().replace(/\p{Cc}/gu, ' ')) {
    const longer = `${words.at(-1) ?? ''}${character}`;
    if (Buffer.byteLength(longer) > mostOctets) words.push(character);
    else words[words.length - 1] = longer;
  }
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`);
};

/** Whether a header may hold this as it stands, in a line of its own. */
const isPlain = (text: string): boolean => /^[\x20-\x7e]*$/.test(text) && !text.includes('=?') && text.length <= 900;

/** What a reader sees of an unstructured header; folded where it is long and not in ASCII. */
export const unstructured = (text: string): string => {
  const line = text.replace(/\p{Cc}+/gu, ' ').trim();
  return isPlain(line) ? line : encodedWords(line).join('\r\n ');
};
