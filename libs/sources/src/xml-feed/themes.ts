import { all } from './dialects.js';
import { textIn, type Element } from './elements.js';

/** How many categories of one item are read at most. */
const most = 50;

/** iTunes' categories stand within one another. */
const nested = (element: Element, depth = 0): string[] =>
  all(element, 'itunes:category').flatMap((category) => [
    category.attributes.get('text') ?? textIn(category),
    ...(depth < 5 ? nested(category, depth + 1) : []),
  ]);

/** What an item is about, in the words of any vocabulary, each once. */
export const themesOf = (item: Element): readonly string[] => {
  const said = [
    ...all(item, 'category').map(
      (category) => category.attributes.get('label') ?? category.attributes.get('term') ?? textIn(category),
    ),
    ...all(item, 'dc:subject').map(textIn),
    ...all(item, 'media:category').map((category) => category.attributes.get('label') ?? textIn(category)),
    ...all(item, 'tags').flatMap((tags) => textIn(tags).split(',')),
    ...nested(item),
  ];
  return [...new Set(said.map((theme) => theme.trim()).filter(Boolean))].slice(0, most);
};
