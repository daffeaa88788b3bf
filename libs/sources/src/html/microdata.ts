import { elementsIn, textWithin, wordsOf, type Page, type PageElement } from '../html-page.js';

/** An item of microdata in the form of JSON-LD. A property always has a list of values. */
export type Node = Record<string, unknown>;

const isItem = ({ attributes }: PageElement): boolean => 'itemscope' in attributes;
const typeOf = ({ attributes }: PageElement): string | undefined => attributes['itemtype']?.trim().split(/\s+/)[0];

/** Where the value of a property stands, by the element. */
const sources: Readonly<Record<string, string>> = {
  ...{ a: 'href', area: 'href', link: 'href', audio: 'src', embed: 'src', iframe: 'src', img: 'src', source: 'src' },
  ...{ track: 'src', video: 'src', object: 'data', data: 'value', meter: 'value', time: 'datetime' },
};

const valueOf = (element: PageElement, names: readonly string[], page: Context, depth: number): unknown => {
  if (isItem(element)) return nodeOf(element, page, depth + 1);
  const { content } = element.attributes;
  if (content !== undefined) return content;
  const source = sources[element.name];
  const said = source === undefined ? undefined : element.attributes[source];
  // A link whose text is the name of what it leads to is written as its name as often as not.
  if (said !== undefined && !(element.name === 'a' && names.every((name) => name === 'name'))) return said;
  return names.includes('description') ? element.html : textWithin(element);
};

/** Elements by their id, and how many are still looked at: references may lead to the whole page again and again. */
type Context = { readonly byId: ReadonlyMap<string, PageElement>; left: number };

const deepest = 12;
const mostLookedAt = 600_000;

function* propertiesOf(item: PageElement, referred: readonly PageElement[]): Generator<PageElement> {
  yield* elementsIn(item, (within) => !isItem(within));
  for (const one of referred) {
    yield one;
    if (!isItem(one)) yield* elementsIn(one, (within) => !isItem(within));
  }
}

/** Its properties, its own and those that `itemref` names; those of items within belong to them. */
const nodeOf = (item: PageElement, page: Context, depth: number): Node => {
  const node: Node = Object.create(null) as Node;
  const [type, id] = [typeOf(item), item.attributes['itemid']];
  if (type) node['@type'] = type;
  if (id) node['@id'] = id;
  if (depth > deepest) return node;
  const referred = wordsOf(item, 'itemref')
    .slice(0, 20)
    .flatMap((name) => page.byId.get(name) ?? []);
  for (const element of propertiesOf(item, referred)) {
    if (--page.left < 0) break;
    const names = wordsOf(element, 'itemprop');
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
export const microdataIn = ({ root }: Page): readonly Node[] => {
  const elements = [...elementsIn(root)];
  const items = elements.filter((element) => isItem(element) && !('itemprop' in element.attributes));
  if (items.length === 0) return [];
  const byId = new Map(
    elements.flatMap((element) => (element.attributes['id'] ? [[element.attributes['id'], element]] : [])),
  );
  const context: Context = { byId, left: mostLookedAt };
  return items.slice(0, 5_000).map((item) => nodeOf(item, context, 0));
};
