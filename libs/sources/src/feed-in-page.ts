const page = /<(!doctype html|html)[\s>]|^<(head|body)[\s>]/i;
/** A feed, and not just a tag of that name: blogs have RDF of one element in their pages, and manuals speak of `<rss>`. None reaches over another tag. */
const feed =
  /<(?:rss|rdf:rdf)\b[^<>]{0,2000}>\s{0,100}<channel[\s>]|<feed\s[^<>]{0,2000}http:\/\/www\.w3\.org\/2005\/atom\b/i;

/** Where a feed begins behind or within an HTML page, such as that of an error; undefined where there is no page, or no feed. */
export const feedInPage = (text: string): number | undefined => {
  const around = text.search(page);
  if (around < 0) return undefined;
  const within = text.search(feed);
  return around < within ? within : undefined;
};
