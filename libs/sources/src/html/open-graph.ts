import { elementsIn, type Page } from '../html-page.js';

const starts = ['event:start_time', 'event:start_date', 'event:start'];
const ends = ['event:end_time', 'event:end_date', 'event:end'];

/**
 * The event that a page is about, as its head describes it to those who link to it (OpenGraph), in the words of schema.org; nothing
 * where no time is said. A page that shows several events has no such description.
 */
export const openGraphIn = ({ root }: Page): readonly unknown[] => {
  const said = new Map<string, string>();
  for (const { name, attributes } of elementsIn(root)) {
    const property = (attributes['property'] ?? attributes['name'])?.trim().toLowerCase();
    const content = attributes['content']?.trim();
    if (name === 'meta' && property && content && !said.has(property)) said.set(property, content);
  }
  const first = (...names: readonly string[]): string | undefined =>
    names.map((name) => said.get(name)).find((value) => value !== undefined);
  const startDate = first(...starts);
  if (startDate === undefined) return [];
  const [latitude, longitude] = ['latitude', 'longitude'].map((name) =>
    first(`event:location:${name}`, `place:location:${name}`, `og:${name}`),
  );
  return [
    {
      '@type': 'Event',
      ...{ name: first('og:title', 'twitter:title'), description: first('og:description', 'description'), startDate },
      ...{ endDate: first(...ends), url: first('og:url') },
      location: { '@type': 'Place', name: first('event:location', 'og:event:location'), latitude, longitude },
    },
  ];
};
