/** What namespaces are for, by URI in lower case, with `http:` and without a final slash; the vocabularies of feeds themselves have no prefix. */
const roles: Readonly<Record<string, string>> = {
  ...{ 'http://www.w3.org/2005/atom': '', 'http://purl.org/atom/ns#': '', 'http://purl.org/rss/1.0': '' },
  ...{ 'http://purl.org/net/rss1.1#': '', 'http://my.netscape.com/rdf/simple/0.9': '' },
  ...{ 'http://channel.netscape.com/rdf/simple/0.9': '', 'http://backend.userland.com/rss2': '' },
  ...{ 'http://backend.userland.com/rss': '', 'http://blogs.law.harvard.edu/tech/rss': '' },
  'http://purl.org/dc/elements/1.1': 'dc',
  'http://purl.org/dc/terms': 'dcterms',
  'http://purl.org/rss/1.0/modules/content': 'content',
  'http://purl.org/rss/1.0/modules/event': 'ev',
  'http://purl.org/rss/1.0/modules/syndication': 'sy',
  'urn:ietf:params:xml:ns:xcal': 'xcal',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
  'http://www.w3.org/1999/xhtml': 'xhtml',
  'http://www.w3.org/xml/1998/namespace': 'xml',
  ...{ 'http://www.georss.org/georss': 'georss', 'http://georss.org/georss': 'georss' },
  'http://www.opengis.net/gml': 'gml',
  'http://www.w3.org/2003/01/geo/wgs84_pos#': 'geo',
  'http://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'http://search.yahoo.com/mrss': 'media',
  'http://www.rssboard.org/media-rss': 'media',
  'http://purl.org/atompub/tombstones/1.0': 'at',
};

/** Prefixes that feeds use without declaring them. */
const wellKnown = new Set(Object.values(roles).filter(Boolean));

/** The URIs, as they are meant, of the prefixes that are declared where an element stands; '' is the default namespace. */
export type Scope = ReadonlyMap<string, string>;

/** More prefixes than any feed has; those beyond are taken for undeclared. */
const mostPrefixes = 200;

/** As it is meant where it is written with `https:`, in capitals or with one slash more. */
const meant = (uri: string): string =>
  uri
    .trim()
    .toLowerCase()
    .replace(/^https:/, 'http:')
    .replace(/\/$/, '');

/** The scope within an element of this name that has these attributes. */
export const scopeWithin = (tag: string, attributes: Readonly<Record<string, string>>, around: Scope): Scope => {
  let scope: Map<string, string> | undefined;
  for (const [name, uri] of Object.entries(attributes)) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    scope ??= new Map(around);
    const prefix = name.slice('xmlns:'.length);
    if (scope.size < mostPrefixes || scope.has(prefix)) scope.set(prefix, meant(uri));
  }
  return tag.includes(':') ? withOwnPrefix(tag, scope ?? around) : (scope ?? around);
};

/** A feed whose prefix nobody declared (`<a:rss>`): the prefix is the feed's own. */
const withOwnPrefix = (tag: string, scope: Scope): Scope => {
  const [, prefix, root = ''] = /^([^:]{1,40}):(rss|rdf|feed|channel)$/i.exec(tag) ?? [];
  if (prefix === undefined || scope.has(prefix) || wellKnown.has(prefix)) return scope;
  const uri = root.toLowerCase() === 'feed' ? 'http://www.w3.org/2005/atom' : 'http://purl.org/rss/1.0';
  return new Map(scope).set(prefix, uri);
};

const versions: Readonly<Record<string, '0.3' | '1.0'>> = {
  'http://purl.org/atom/ns#': '0.3',
  'http://www.w3.org/2005/atom': '1.0',
};

type Meaning = Readonly<{ kind: string; local: string; atom: '0.3' | '1.0' | undefined }>;

/**
 * A qualified name by what it means: `title` in any vocabulary of feeds, `dc:date` under any prefix bound to Dublin Core,
 * in lower case. An unknown default namespace is taken for the feed's own, a prefix that nobody declared for what it commonly
 * is, and every other for something else.
 */
export const meaningOf = (qualified: string, scope: Scope): Meaning => {
  const at = qualified.indexOf(':');
  const prefix = at < 0 ? '' : qualified.slice(0, at);
  const local = at < 0 ? qualified : qualified.slice(at + 1);
  const uri = scope.get(prefix);
  const common = prefix.toLowerCase();
  const undeclared = common === 'atom' ? '' : wellKnown.has(common) ? common : 'other';
  const role = uri === undefined ? (prefix === '' ? '' : undeclared) : (roles[uri] ?? (prefix === '' ? '' : 'other'));
  const name = local.toLowerCase();
  return {
    kind: role === '' ? name : `${role}:${name}`,
    local,
    atom: uri === undefined ? (prefix === 'atom' ? '1.0' : undefined) : versions[uri],
  };
};
