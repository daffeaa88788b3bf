/** The widest line of a plain letter. */
const width = 72;

/** A word that no line has room for, in pieces of whole characters; an address stays whole. */
const pieces = (word: string, room: number): string[] => {
  if (word.length <= room || /^https?:\/\//.test(word)) return [word];
  const all = [''];
  for (const character of word) {
    const piece = `${all.at(-1) ?? ''}${character}`;
    if (piece.length > room) all.push(character);
    else all[all.length - 1] = piece;
  }
  return all;
};

/** Text in lines of at most 72 columns, the first indented otherwise if need be; a URL is never broken. */
export const wrapped = (text: string, first = '', indent = first): string =>
  text
    .split('\n')
    .map((paragraph) => {
      const lines: string[] = [];
      let line = '';
      const room = width - Math.max(first.length, indent.length);
      for (const word of paragraph.split(' ').flatMap((one) => pieces(one, room))) {
        if (line !== '' && indent.length + line.length + 1 + word.length > width) {
          lines.push(line);
          line = word;
        } else line = line === '' ? word : `${line} ${word}`;
      }
      return [...lines, line].map((one, index) => (one === '' ? '' : (index === 0 ? first : indent) + one)).join('\n');
    })
    .join('\n');

/** As long as its longest line. */
export const underlined = (title: string, sign: string): string => {
  const longest = Math.max(...title.split('\n').map(({ length }) => length));
  return `${title}\n${sign.repeat(Math.min(longest, width))}`;
};
