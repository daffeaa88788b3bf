import type { Outcome } from './hostile-case.ts';

const tag =
  /<\/?(?:a|abbr|b|blockquote|br|code|dd|del|div|dl|dt|em|h[2-6]|hr|i|ins|li|ol|p|pre|q|s|small|span|strong|sub|sup|table|tbody|td|th|thead|time|tr|u|ul)(?: (?:rel|title|datetime|colspan|rowspan)="[^"<>]*"| href="(?:https?:|mailto:)[^"<>]*")*(?: \/)?>/g;
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/;
const instant = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?Z)?$/;

const isSafe = (html: string): boolean => !html.replace(tag, '').includes('<');

/** What holds of every document that is read, however hostile: what is wrong with this one, if anything. */
export const unsound = (outcome: Outcome): string | undefined => {
  if ('refusal' in outcome) return outcome.refusal.length > 2_000 ? 'an endless refusal' : undefined;
  const { title = '', link, about, reports, errors } = outcome.document;
  if (title.length > 500) return 'an endless title of the feed';
  if (link !== undefined && !/^https?:/.test(link)) return `link of the feed: ${link.slice(0, 80)}`;
  if (!isSafe(about?.description ?? '') || !isSafe(about?.rights ?? '')) return 'unsafe HTML of the feed';
  if (reports.length > 10_000) return `${reports.length} items`;
  if (errors.some(({ where, what }) => where.length > 2_100 || what.length > 2_000)) return 'an endless error';
  for (const { item, fields, updated } of reports) {
    const { title: heading, link: url, summary = '', published, themes = [] } = fields;
    if (!isSafe(summary)) return `unsafe HTML: ${summary.slice(0, 200)}`;
    if (url !== undefined && !/^https?:/.test(url)) return `link: ${url.slice(0, 80)}`;
    if ([published, updated].some((date) => date !== undefined && !instant.test(date))) return `date: ${published}`;
    const said = [item, heading, url ?? '', summary, ...themes];
    if (said.some((text) => control.test(text) || !text.isWellFormed())) return 'control characters';
    if (heading.length > 510 || summary.length > 1_000_000 || item.length > 4_100) return 'an endless field';
  }
  return undefined;
};
