/** The widest line of a plain letter. */
const width = 72;

/** Text in lines of at most 72 columns; a URL is never broken. */
export const wrapped = (text: string, indent = ''): string =>
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
      return [...lines, line].map((one) => (one === '' ? '' : indent + one)).join('\n');
    })
    .join('\n');

export const underlined = (title: string, sign: string): string =>
  `${title}\n${sign.repeat(Math.min(title.length, width))}`;
