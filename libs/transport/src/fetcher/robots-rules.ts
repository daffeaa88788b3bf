/** What a robots.txt says to one reader (RFC 9309). */
export type RobotsRules = Readonly<{
  allows(path: string): boolean;
  /** How many seconds it wants between two pages, 0 where it does not say; not of the standard, but widely written (Crawl-delay). */
  pause: number;
}>;

type Rule = Readonly<{ allow: boolean; path: string }>;
type Group = { rules: Rule[]; pause: number };

/** More of a robots.txt than this is not read: 500 KiB. */
const largest = 512_000;

/** The rules for a product such as `relais`: of the groups that name it, or else of those for all. */
export const robotsRules = (text: string, product: string): RobotsRules => {
  const groups = new Map<string, Group>();
  let names: string[] = [];
  let namesGoOn = false;
  for (const line of text.slice(0, largest).split(/\r\n?|\n/)) {
    const [, key = '', value = ''] = /^\s*([^:#]+?)\s*:\s*([^#]*?)\s*(?:#.*)?$/.exec(line) ?? [];
    const field = key.toLowerCase();
    if (field === 'user-agent') {
      const name = value.split('/')[0]?.toLowerCase() ?? '';
      names = namesGoOn ? [...names, name] : [name];
      namesGoOn = true;
      for (const one of names) if (!groups.has(one)) groups.set(one, { rules: [], pause: 0 });
    } else if (field === 'allow' || field === 'disallow') {
      namesGoOn = false;
      // An empty rule says nothing.
      if (value !== '')
        for (const one of names) groups.get(one)?.rules.push({ allow: field === 'allow', path: canonical(value) });
    } else if (field === 'crawl-delay' && /^\d{1,6}(\.\d{1,6})?$/.test(value))
      for (const group of names.flatMap((one) => groups.get(one) ?? []))
        group.pause = Math.max(group.pause, Number(value));
  }
  const { rules, pause } = groups.get(product.toLowerCase()) ?? groups.get('*') ?? { rules: [], pause: 0 };
  return { allows: (path) => decide(rules, canonical(path)), pause };
};

/** The longest rule that fits decides; of two as long, the one that allows. */
const decide = (rules: readonly Rule[], path: string): boolean => {
  let best: Rule = { allow: true, path: '' };
  for (const rule of rules) {
    const { length } = rule.path;
    const better = length > best.path.length || (length === best.path.length && rule.allow);
    if (better && fits(rule.path, path)) best = rule;
  }
  return best.allow;
};

/** `*` is anything, `$` at the end is the end. Without a regular expression, which a hostile pattern could make slow. */
const fits = (pattern: string, path: string): boolean => {
  const toTheEnd = pattern.endsWith('$');
  const [start = '', ...parts] = (toTheEnd ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(start)) return false;
  let at = start.length;
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    const found = isLast && toTheEnd ? path.length - part.length : path.indexOf(part, at);
    if (found < at || !path.startsWith(part, found)) return false;
    at = found + part.length;
  }
  return !toTheEnd || at === path.length;
};

/** Percent-encoding as URLs have it, so that `/é` and `/%c3%A9` are the same. */
const canonical = (path: string): string =>
  path
    .replace(/[^\x21-\x7e]+/g, (text) => encodeURIComponent(text.toWellFormed()))
    .replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase());
