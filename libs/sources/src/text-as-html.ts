import { titleText } from './plain-text.js';

const markup = /<\/?(?:a|b|br|div|em|h[1-6]|i|img|li|ol|p|span|strong|u|ul)(?:\s[^<>]{0,2000})?\/?>/i;

/** Plain text as HTML, its line ends kept; text in which somebody wrote HTML after all is taken for it. */
export const htmlOfText = (text: string): string =>
  markup.test(text)
    ? text
    : text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replace(/\r\n|\r|\n/g, '<br>');

/** A title that was written as plain text. */
export const titleOfText = (text: string): string => titleText(htmlOfText(text));
