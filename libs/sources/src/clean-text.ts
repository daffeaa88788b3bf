/** The beginning of a text, never ending in half a character. */
export const beginning = (text: string, most: number): string => {
  const cut = text.slice(0, most);
  return cut.length < text.length && /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
};

/** A text without what XML and databases refuse: control characters other than white space, and halves of characters. */
export const cleanText = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- control characters are what is removed
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, '');
