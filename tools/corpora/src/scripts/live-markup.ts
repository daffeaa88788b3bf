import { parseFragment, serialize, type DefaultTreeAdapterTypes } from 'parse5';

/** Elements that fetch, run, frame, or change how what follows is read. */
const elements = new Set([
  ...['applet', 'audio', 'base', 'body', 'button', 'canvas', 'embed', 'form', 'frame', 'frameset', 'head', 'html'],
  ...[
    'iframe',
    'image',
    'img',
    'input',
    'keygen',
    'link',
    'marquee',
    'math',
    'meta',
    'noembed',
    'noframes',
    'noscript',
  ],
  ...['object', 'option', 'param', 'picture', 'plaintext', 'script', 'select', 'source', 'style', 'svg', 'template'],
  ...['textarea', 'title', 'track', 'video', 'xmp'],
]);
/** Attributes that run, style, fetch, or take a name that scripts of the page may look for. */
const attributes =
  /^(on.*|style|src|srcset|srcdoc|action|formaction|background|poster|data|ping|xlink:.*|xmlns.*|id|name|is|slot)$/;
const addresses = new Set(['href', 'cite', 'longdesc', 'usemap']);

type Node = DefaultTreeAdapterTypes.Node;

const ofElement = (node: DefaultTreeAdapterTypes.Element): string[] => {
  const found =
    elements.has(node.tagName) || String(node.namespaceURI) !== 'http://www.w3.org/1999/xhtml' ? [node.tagName] : [];
  for (const { name, value } of node.attrs) {
    if (attributes.test(name)) found.push(`${node.tagName} ${name}`);
    // A browser overlooks control characters and white space in a scheme.
    const scheme = /^([^:/?#]*):/.exec(value.replace(/[\p{Cc}\s]/gu, ''))?.[1]?.toLowerCase();
    if (addresses.has(name) && scheme !== undefined && !['http', 'https', 'mailto'].includes(scheme))
      found.push(`${node.tagName} ${name}=${scheme}:`);
  }
  return found;
};

const below = (node: Node): string[] => [
  ...('attrs' in node ? ofElement(node) : []),
  ...(node.nodeName === '#comment' ? ['a comment'] : []),
  ...('childNodes' in node ? node.childNodes.flatMap(below) : []),
];

/** Places in a page at which the same text is read differently. */
const places = [undefined, 'table', 'svg', 'select', 'noscript'] as const;

/**
 * What in a text of HTML a browser could run, load or be framed by, when it is read as browsers read it (WHATWG HTML), and
 * read again as it was written out: markup that changes by being read is how filters are got around.
 */
export const liveMarkup = (html: string): readonly string[] => {
  const once = parseFragment(html);
  const twice = parseFragment(serialize(once));
  const thrice = parseFragment(serialize(twice));
  const elsewhere = places.flatMap((place) =>
    place === undefined ? [] : outside(parseFragment(`<${place}>${html}</${place}>`), place),
  );
  return [...new Set([...below(once), ...below(twice), ...below(thrice), ...elsewhere])];
};

/** What is live in a text that was put into an element, but for that element itself and what it makes of harmless tags. */
const outside = (fragment: DefaultTreeAdapterTypes.DocumentFragment, place: string): string[] =>
  below(fragment)
    .filter((found) => found.includes(' ') || ['script', 'style', 'iframe', 'object', 'embed'].includes(found))
    .map((found) => `${found} in ${place}`);
