import { createRequire } from 'node:module';

// Required, not imported: `sanitize-html` requires the same module, and Jest cannot have one module both imported and
// required within one graph.
const { Parser } = createRequire(import.meta.url)('htmlparser2') as typeof import('htmlparser2');

/** An element of a page. Names are in lower case; `html` is what stands between its tags, as it was written. */
export type PageElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: (PageElement | string)[];
  html: string;
};

/** A page as a tree. It is incomplete where there was more of it than a page has. */
export type Page = Readonly<{ root: PageElement; complete: boolean }>;

const mostElements = 200_000;
/** No page is so deep; and what is not closed costs its depth at every end tag. */
const deepest = 256;

class Enough extends Error {}

/** HTML as a tree, read as browsers do in most cases: end tags may be missing, case does not matter. */
export const pageOf = (source: string): Page => {
  const root: PageElement = { name: '#page', attributes: {}, content: [], html: source };
  const open: { element: PageElement; from: number }[] = [{ element: root, from: 0 }];
  let count = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (++count > mostElements || open.length > deepest) throw new Enough();
      const element: PageElement = { name, attributes, content: [], html: '' };
      open.at(-1)?.element.content.push(element);
      open.push({ element, from: parser.endIndex + 1 });
    },
    ontext(text) {
      open.at(-1)?.element.content.push(text);
    },
    onclosetag() {
      if (open.length < 2) return;
      const closed = open.pop();
      if (closed) closed.element.html = source.slice(closed.from, Math.max(closed.from, parser.startIndex));
    },
  });
  try {
    parser.write(source);
    parser.end();
    return { root, complete: true };
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
    return { root, complete: false };
  }
};

/** The elements within, in the order of the page; into those that `enters` refuses it is not looked. */
export function* elementsIn(
  element: PageElement,
  enters: (one: PageElement) => boolean = () => true,
): Generator<PageElement> {
  for (const one of element.content) {
    if (typeof one === 'string') continue;
    yield one;
    if (enters(one)) yield* elementsIn(one, enters);
  }
}

const silent = new Set(['script', 'style', 'template', 'noscript']);
const parting = new Set([
  'br',
  'p',
  'div',
  'li',
  'td',
  'tr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'dd',
  'dt',
  'section',
]);

/** How much of an element's text is looked at: elements stand in one another, and each of them may be asked. */
const longestText = 20_000;
const mostPieces = 5_000;

type Pieces = { readonly found: string[]; length: number };

const collect = (element: PageElement, pieces: Pieces): void => {
  for (const one of element.content) {
    if (pieces.length > longestText || pieces.found.length > mostPieces) return;
    if (typeof one === 'string') {
      pieces.found.push(one);
      pieces.length += one.length;
    } else if (!silent.has(one.name)) {
      const parts = parting.has(one.name) ? ' ' : '';
      pieces.found.push(parts);
      collect(one, pieces);
      pieces.found.push(parts);
    }
  }
};

/** Its text as one line; of very long ones the beginning. */
export const textWithin = (element: PageElement): string => {
  const pieces: Pieces = { found: [], length: 0 };
  collect(element, pieces);
  return pieces.found.join('').slice(0, longestText).replace(/\s+/g, ' ').trim();
};

/** The words of an attribute that is a list of them: `class`, `rel`, `itemprop`. */
export const wordsOf = ({ attributes }: PageElement, name: string): readonly string[] =>
  (attributes[name] ?? '').split(/\s+/).filter(Boolean);

/** What a page says of itself: its title, its own address, and what relative addresses are resolved against. */
export const headingOf = ({ root }: Page, url: string): Readonly<{ title: string; link: string; base: string }> => {
  const first = { title: '', canonical: '', base: '' };
  for (const element of elementsIn(root)) {
    if (element.name === 'title' && !first.title) first.title = textWithin(element);
    if (element.name === 'base' && !first.base) first.base = element.attributes['href'] ?? '';
    if (element.name === 'link' && !first.canonical && wordsOf(element, 'rel').includes('canonical'))
      first.canonical = element.attributes['href'] ?? '';
  }
  const base = URL.parse(first.base || url, url)?.href ?? url;
  const canonical = URL.parse(first.canonical || url, base);
  return { title: first.title, link: canonical && /^https?:$/.test(canonical.protocol) ? canonical.href : url, base };
};
