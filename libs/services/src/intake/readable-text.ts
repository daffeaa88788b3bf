import { plainText } from '@relais/sources';

/** Where lines end in HTML. */
const ending = /<(?:br|\/p|\/div|\/li|\/tr|\/h[1-6]|\/blockquote)\b[^<>]{0,200}>/gi;

/** HTML as people would type it: lines where it has them, and no markup. */
export const readableText = (html: string): string =>
  html
    .split(ending)
    .map((line) => plainText(line))
    .join('\n')
    .trim();
