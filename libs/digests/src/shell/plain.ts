/** The widest line of a plain letter. */
const width = 72;

/** Text in lines of at most 72 columns, the first indented otherwise if need be; a URL is never broken. */
export const wrapped = (text: string, first = '', indent = first): string =>
  text
    .split('\n')
    .map((paragraph) => {
      const lines: string[] = [];
      let line = '';
      for (const word of paragraph.split(' ')) {
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
