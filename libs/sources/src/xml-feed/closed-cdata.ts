const opening = '<![CDATA[';
const closing = ']]>';
/** How often, and how far, the end of one is looked for that was forgotten. */
const mostForgotten = 500;
const farthest = 200_000;

/** The ends of what holds every text of a feed: no section of CDATA goes beyond them that has no end of its own. */
const holders = /<\/(?:item|entry|channel|feed|rss|rdf:RDF)>/i;

/** The element that a section of CDATA stands in right away. */
const around = /<([\w:-]{1,60})(?:\s[^<>]{0,300})?>\s{0,100}$/;

/**
 * Ends a section of CDATA whose end was forgotten with the element that it is in. Otherwise it would end with the next one, and
 * take with it the items between the two.
 */
export const withClosedCdata = (markup: string): string => {
  const parts: string[] = [];
  let [taken, close, tries] = [0, 0, 0];
  for (let open = markup.indexOf(opening); open >= 0 && tries < mostForgotten;) {
    const next = markup.indexOf(opening, open + opening.length);
    if (close >= 0 && close < open) close = markup.indexOf(closing, open);
    const ends = close < 0 ? markup.length : close;
    if (close < 0 || (next >= 0 && next < close)) {
      tries++;
      const name = around.exec(markup.slice(Math.max(0, open - 400), open))?.[1];
      const section = markup.slice(open, Math.min(ends, open + farthest));
      const own = section.indexOf(`</${name}>`);
      const end = own < 0 && close < 0 ? section.search(holders) : own;
      if (name !== undefined && end >= 0) {
        parts.push(markup.slice(taken, open + end), closing);
        taken = open + end;
      }
    }
    // What stands within the section is text of it, also where it looks like the beginning of another one.
    open = taken > open ? next : markup.indexOf(opening, ends);
  }
  return parts.length === 0 ? markup : [...parts, markup.slice(taken)].join('');
};
