import { beginning } from '../clean-text.js';
import { mostItems } from '../limits.js';
import { withClosedCdata } from './closed-cdata.js';
import { meaningOf, scopeWithin, type Scope } from './namespaces.js';
import { prepared } from '../xml-prolog.js';
import { Tokeniser } from '../xml-tokeniser.js';

/** An XML element with its namespace resolved. `content` keeps text, CDATA and elements in their order. */
export type Element = Readonly<{
  /** What it means, whatever its prefix: `title`, `dc:date`, `content:encoded`. */
  kind: string;
  /** Its name as written, without prefix. */
  local: string;
  /** In which of Atom's namespaces it is, where text is plain unless its type says otherwise. */
  atom: '0.3' | '1.0' | undefined;
  /** By meaning, as `kind`. */
  attributes: ReadonlyMap<string, string>;
  /** xml:base as resolved against its parents'. */
  base: string;
  /** xml:lang, its own or its parents'. */
  language: string | undefined;
  content: (Element | string)[];
}> & {
  /** Children by kind, once somebody asked: many kinds are asked for, and there may be very many children. */
  byKind?: ReadonlyMap<string, readonly Element[]>;
};

/** What is read of a document at most; the rest is left out. */
const mostElements = 200_000;
const deepest = 300;
const longestBase = 2_000;
/** Longer than any text that is kept of an item, also where each of its characters is written as a reference. */
const longestText = 600_000;

/** No more is read. */
class Enough extends Error {
  constructor(readonly complete: boolean) {
    super();
  }
}

/** Most elements have none. */
const noAttributes: ReadonlyMap<string, string> = new Map();

type Open = Readonly<{ element: Element; scope: Scope }>;

/** The document as an element around its root, read tolerantly: bare `&`, missing end tags and undeclared prefixes do no harm. */
export const elementsOf = (source: string, url: string): { document: Element; complete: boolean } => {
  const { markup, decode } = prepared(source);
  const document: Element = {
    kind: '#document',
    local: '',
    atom: undefined,
    attributes: noAttributes,
    base: url,
    language: undefined,
    content: [],
  };
  const open: Open[] = [{ element: document, scope: new Map() }];
  let count = 0;
  let items = 0;
  let inCdata = false;
  const tokeniser = new Tokeniser(
    {
      onopentag(tag, raw) {
        const within = open.at(-1);
        if (within === undefined || ++count > mostElements || open.length > deepest) throw new Enough(false);
        const scope = scopeWithin(tag, raw, within.scope);
        const element = opened(tag, raw, { element: within.element, scope }, decode);
        within.element.content.push(element);
        if ((element.kind === 'item' || element.kind === 'entry') && ++items > mostItems) throw new Enough(true);
        open.push({ element, scope });
      },
      ontext(text) {
        const read = beginning(text, longestText);
        open.at(-1)?.element.content.push(inCdata ? read : decode(read));
      },
      oncdatastart() {
        inCdata = true;
      },
      oncdataend() {
        inCdata = false;
      },
      onclosetag() {
        if (open.length > 1) open.pop();
      },
    },
    { xmlMode: true, decodeEntities: false, lowerCaseTags: false, lowerCaseAttributeNames: false },
  );
  try {
    tokeniser.write(withClosedCdata(markup));
    tokeniser.end();
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
    return { document, complete: error.complete };
  }
  return { document, complete: true };
};

/** Of an xml:base that is longer than URLs are it is what stands around that counts. */
const baseWithin = (own: string | undefined, around: string): string => {
  if (own === undefined || own.length > longestBase) return around;
  const base = URL.parse(own, around)?.href;
  return base === undefined || base.length > longestBase ? around : base;
};

const opened = (
  tag: string,
  raw: Readonly<Record<string, string>>,
  { element: around, scope }: Open,
  decode: (text: string) => string,
): Element => {
  const { kind, local, atom } = meaningOf(tag, scope);
  let attributes: Map<string, string> | undefined;
  for (const [name, value] of Object.entries(raw))
    if (!name.startsWith('xmlns'))
      (attributes ??= new Map<string, string>()).set(
        name.includes(':') ? meaningOf(name, scope).kind : name.toLowerCase(),
        decode(value),
      );
  const base = baseWithin(attributes?.get('xml:base')?.trim(), around.base);
  const language = attributes?.get('xml:lang')?.trim() || around.language;
  return { kind, local, atom, attributes: attributes ?? noAttributes, base, language, content: [] };
};

export const children = (element: Element): Element[] =>
  element.content.filter((one): one is Element => typeof one !== 'string');

/** All text within, in order, without markup. */
export const textIn = ({ content }: Element): string => {
  const [first] = content;
  if (content.length === 1 && typeof first === 'string') return first;
  return content.map((one) => (typeof one === 'string' ? one : textIn(one))).join('');
};
