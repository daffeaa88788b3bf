import { elementsIn, textWithin, wordsOf, type Page, type PageElement } from '../html-page.js';

/** An item of microdata or RDFa in the form of JSON-LD. A property always has a list of values. */
export type Node = Record<string, unknown>;

/** The attributes in which a language has its items; RDFa writes prefixes before its names. */
type Attributes = Readonly<{ scope: string; type: string; property: string; id: string }>;
const microdata: Attributes = { scope: 'itemscope', type: 'itemtype', property: 'itemprop', id: 'itemid' };
const rdfa: Attributes = { scope: 'typeof', type: 'typeof', property: 'property', id: 'resource' };

const isItem = ({ attributes }: PageElement, { said }: Context): boolean => said.scope in attributes;
const typeOf = ({ attributes }: PageElement, { said }: Context): string | undefined =>
  attributes[said.type]?.trim().split(/\s+/)[0];
const namesOf = (element: PageElement, { said }: Context): readonly string[] =>
  wordsOf(element, said.property).map((name) => (said === rdfa ? name.replace(/^.*[:/#]/s, '') : name));

/** Where the value of a property stands, by the element. */
const sources: Readonly<Record<string, string>> = {
  ...{ a: 'href', area: 'href', link: 'href', audio: 'src', embed: 'src', iframe: 'src', img: 'src', source: 'src' },
  ...{ track: 'src', video: 'src', object: 'data', data: 'value', meter: 'value', time: 'datetime' },
};

const valueOf = (element: PageElement, names: readonly string[], page: Context, depth: number): unknown => {
  if (isItem(element, page)) return nodeOf(element, page, depth + 1);
  const { content } = element.attributes;
  if (content !== undefined) return content;
  const source = sources[element.name];
  const said = source === undefined ? undefined : element.attributes[source];
  // A link whose text is the name of what it leads to is written as its name as often as not.
  if (said !== undefined && !(element.name === 'a' && names.every((name) => name === 'name'))) return said;
  return names.includes('description') ? element.html : textWithin(element);
};

/** Elements by their id, and how many are still looked at: references may lead to the whole page again and again. */
type Context = { readonly byId: ReadonlyMap<string, PageElement>; readonly said: Attributes; left: number };

const deepest = 12;
const mostLookedAt = 600_000;

function* propertiesOf(item: PageElement, referred: readonly PageElement[], page: Context): Generator<PageElement> {
  yield* elementsIn(item, (within) => !isItem(within, page));
  for (const one of referred) {
    yield one;
    if (!isItem(one, page)) yield* elementsIn(one, (within) => !isItem(within, page));
  }
}

/** Its properties, its own and those that `itemref` names; those of items within belong to them. */
const nodeOf = (item: PageElement, page: Context, depth: number): Node => {
  const node: Node = Object.create(null) as Node;
  const [type, id] = [typeOf(item, page), item.attributes[page.said.id]];
  if (type) node['@type'] = type;
  if (id) node['@id'] = id;
  if (depth > deepest) return node;
  const referred = wordsOf(item, 'itemref')
    .slice(0, 20)
    .flatMap((name) => page.byId.get(name) ?? []);
  for (const element of propertiesOf(item, referred, page)) {
    if (--page.left < 0) break;
    const names = namesOf(element, page);
    if (names.length === 0) continue;
    const value = valueOf(element, names, page, depth);
    for (const name of names) {
      const known = node[name];
      if (Array.isArray(known)) known.push(value);
      else node[name] = [value];
    }
  }
  return node;
};

/** The items of a page that are no property of another. */
const itemsIn = ({ root }: Page, said: Attributes): readonly Node[] => {
  const elements = [...elementsIn(root)];
  const items = elements.filter(({ attributes }) => said.scope in attributes && !(said.property in attributes));
  if (items.length === 0) return [];
  const byId = new Map(
    elements.flatMap((element) => (element.attributes['id'] ? [[element.attributes['id'], element]] : [])),
  );
  const context: Context = { byId, said, left: mostLookedAt };
  return items.slice(0, 5_000).map((item) => nodeOf(item, context, 0));
};

export const microdataIn = (page: Page): readonly Node[] => itemsIn(page, microdata);

/** RDFa Lite, whose names are taken for those of schema.org. */
export const rdfaIn = (page: Page): readonly Node[] => itemsIn(page, rdfa);
