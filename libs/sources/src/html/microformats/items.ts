import { textWithin, type Page, type PageElement } from '../../html-page.js';
import { classesOf } from './classic.js';
import { valueOf } from './values.js';

/** An item of microformats2, or of its predecessors in its words. */
export type Item = {
  readonly types: readonly string[];
  readonly classic: boolean;
  readonly id: string | undefined;
  readonly properties: Map<string, Value[]>;
  readonly children: Item[];
  /** What it says as a whole. */
  readonly text: string;
};

/** `html` is there where the property is one of marked-up text. */
export type Value = Readonly<{ text: string; html?: string; item?: Item }>;

/** More than are read of a page, so that it is told that there were more. */
const mostItems = 6_000;

const add = (item: Item, name: string, value: Value): void => {
  const known = item.properties.get(name);
  if (known) known.push(value);
  else item.properties.set(name, [value]);
};

/** A name and an address that nobody marked, where there is nothing else that could be meant. */
const imply = (item: Item, element: PageElement, marked: ReadonlySet<string>): void => {
  const alone = item.children.length === 0 && ![...item.properties.values()].flat().some((value) => value.item);
  if (alone && !marked.has('p') && !marked.has('e') && item.text) add(item, 'name', { text: item.text });
  if (alone && !marked.has('u')) {
    const links = element.content.filter((one) => typeof one !== 'string').filter(({ name }) => name === 'a');
    const link = element.name === 'a' ? element : links.length === 1 ? links[0] : undefined;
    const href = link?.attributes['href'];
    if (href) add(item, 'url', { text: href });
  }
};

/** The items of a page that stand in no other. */
export const itemsIn = ({ root }: Page): readonly Item[] => {
  const found: Item[] = [];
  let count = 0;

  const itemOf = (element: PageElement, types: readonly string[], classic: boolean): Item => {
    const text = textWithin(element).slice(0, 2_000);
    const item: Item = { types, classic, id: element.attributes['id'], properties: new Map(), children: [], text };
    const marked = new Set<string>();
    within(element, item, marked);
    if (!classic) imply(item, element, marked);
    return item;
  };

  const within = (element: PageElement, around: Item | undefined, marked: Set<string>): void => {
    for (const one of element.content) {
      if (typeof one === 'string' || one.name === 'template') continue;
      const { roots, properties, classic } = classesOf(one, around);
      const item = roots.length > 0 && ++count <= mostItems ? itemOf(one, roots, classic) : undefined;
      for (const property of around ? properties : []) {
        const kind = property.slice(0, property.indexOf('-'));
        marked.add(kind);
        const text = item?.properties.get('name')?.[0]?.text ?? valueOf(one, kind);
        const value = { text, ...(kind === 'e' && { html: one.html }), ...(item && { item }) };
        if (around) add(around, property.slice(kind.length + 1), value);
      }
      if (item === undefined) within(one, around, marked);
      else if (properties.length === 0 || around === undefined) (around?.children ?? found).push(item);
    }
  };

  within(root, undefined, new Set());
  return found;
};
