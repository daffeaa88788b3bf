import { keysOf, listOf, text } from './fields.js';

const venue = keysOf({
  city: text,
  names: listOf(text, 'names').min(1, 'expected at least one name'),
});

const folded = (name: string): string => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Houses by all their names: each name is one house in its city, and another house in another city. */
export const venues = listOf(venue, 'venues').superRefine((all, context) => {
  const seen = new Map<string, number>();
  all.forEach(({ city, names }, index) => {
    names.forEach((name, at) => {
      const key = `${folded(city)} | ${folded(name)}`;
      const house = seen.get(key);
      if (house !== undefined && house !== index)
        context.addIssue({
          code: 'custom',
          path: [index, 'names', at],
          message: 'expected a name that no other house of the city has',
          input: name,
        });
      seen.set(key, index);
    });
  });
});
