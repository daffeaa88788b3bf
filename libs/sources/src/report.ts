import type { ItemFields } from '@relais/source';
import type { ItemKey } from '@relais/vocabulary';
import { beginning, cleanText } from './clean-text.js';
import { firstWords, plainText, titleText } from './plain-text.js';
import { sanitisedHtml, urlsIn } from './sanitised-html.js';
import type { Report } from './source-format.js';

type Raw = Omit<ItemFields, 'title' | 'summary' | 'mentions' | 'link'> &
  Readonly<{
    item: string;
    /** Text or HTML. */
    title?: string | undefined;
    /** HTML as it came. */
    html?: string | undefined;
    link?: string | undefined;
    /** What relative URLs are resolved against. */
    base: string;
    updated?: string | undefined;
    author?: string | undefined;
    recurrence?: string | undefined;
  }>;

/** Each occurrence of a series says its rule: a rule of megabytes would be said thousands of times. */
const longestRule = 2_000;

/** What every format does with an item: texts cleaned, URLs made absolute, a title found where none was given. */
export const reportOf = ({
  item,
  title,
  html = '',
  link,
  base,
  updated,
  author,
  recurrence,
  ...fields
}: Raw): Report => {
  const url = httpUrl(link, base);
  const summary = sanitisedHtml(html, base);
  const mentions = urlsIn(summary).filter((mentioned) => mentioned !== url);
  return {
    item: itemKeyOf(item),
    fields: {
      ...fields,
      title: titleText(title ?? '') || firstWords(plainText(summary)) || beginning(url ?? '', 500) || '(sans titre)',
      ...(url && { link: url }),
      ...(summary && { summary }),
      ...(mentions.length > 0 && { mentions }),
    },
    ...(updated && { updated }),
    ...(author && { author }),
    ...(recurrence && recurrence.length <= longestRule && { recurrence }),
  };
};

/** An item's own name as its key. */
export const itemKeyOf = (name: string): ItemKey => beginning(cleanText(name), 2_000) as ItemKey;

/** An http(s) URL made absolute; undefined for anything else. */
export const httpUrl = (text: string | undefined, base: string): string | undefined => {
  const url = text?.trim() ? URL.parse(text.trim(), base) : null;
  return url && ['http:', 'https:'].includes(url.protocol) ? url.href : undefined;
};
