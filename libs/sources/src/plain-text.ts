import { decodeHTML } from 'entities';

/** One line of plain text out of text or HTML: markup gone, entities read, white space folded. */
export const plainText = (markup: string): string => decodeHTML(withoutTags(markup)).replace(/\s+/g, ' ').trim();

/** Tags out, in one pass: `<` opens one only before a letter, `/`, `!` or `?`. */
const withoutTags = (markup: string): string => {
  let text = '';
  let at = 0;
  while (at < markup.length) {
    const open = markup.indexOf('<', at);
    if (open < 0) return text + markup.slice(at);
    text += markup.slice(at, open);
    const close = /[a-z/!?]/i.test(markup[open + 1] ?? '') ? markup.indexOf('>', open) : -1;
    if (close < 0) {
      text += '<';
      at = open + 1;
    } else {
      text += ' ';
      at = close + 1;
    }
  }
  return text;
};

/** The first words of a text, at most so many characters, cut between words. */
export const firstWords = (text: string, most = 80): string => {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2))}…`;
};
