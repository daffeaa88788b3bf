import { all } from './dialects.js';
import { textIn, type Element } from './elements.js';

/** How many categories of one item are read at most. */
const most = 50;

const some = (element: Element, kind: string): readonly Element[] => all(element, kind).slice(0, most);

/** iTunes' categories stand within one another. */
const nested = (element: Element, depth = 0): string[] =>
  some(element, 'itunes:category').flatMap((category) => [
    category.attributes.get('text') ?? textIn(category),
    ...(depth < 5 ? nested(category, depth + 1) : []),
  ]);

/** What an item is about, in the words of any vocabulary, each once. */
export const themesOf = (item: Element): readonly string[] => {
  const said = [
    ...some(item, 'category').map(
      (category) => category.attributes.get('label') ?? category.attributes.get('term') ?? textIn(category),
    ),
    ...some(item, 'dc:subject').map(textIn),
    ...some(item, 'media:category').map((category) => category.attributes.get('label') ?? textIn(category)),
    ...some(item, 'tags').flatMap((tags) => textIn(tags).split(',', most)),
    ...nested(item),
  ];
  return [...new Set(said.map((theme) => theme.trim()).filter(Boolean))].slice(0, most);
};
