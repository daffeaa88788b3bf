import { httpUrl } from './report.js';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** HTML and, below it, the addresses that stand beside the text and not in it: where to meet online, where to enrol. */
export const withLinks = (html: string, urls: readonly (string | undefined)[], base: string): string => {
  const added = [...new Set(urls.flatMap((url) => httpUrl(url, base) ?? []))].filter((url) => !html.includes(url));
  return [html, ...added.slice(0, 20).map((url) => `<p><a href="${escaped(url)}">${escaped(url)}</a></p>`)]
    .filter(Boolean)
    .join('\n');
};
