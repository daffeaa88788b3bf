const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** HTML and, below it, the addresses that stand beside the text and not in it: where to meet online, where to enrol. */
export const withLinks = (html: string, urls: readonly (string | undefined)[]): string => {
  // Only what is written as one: a postal address or somebody's e-mail address would become a page of the site.
  const written = urls.flatMap((url) =>
    url && /^https?:\/\//i.test(url.trim()) ? (URL.parse(url.trim())?.href ?? []) : [],
  );
  const added = [...new Set(written)].filter((url) => !html.includes(url));
  return [html, ...added.slice(0, 20).map((url) => `<p><a href="${escaped(url)}">${escaped(url)}</a></p>`)]
    .filter(Boolean)
    .join('\n');
};
