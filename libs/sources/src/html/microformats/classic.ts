import { wordsOf, type PageElement } from '../../html-page.js';

/** Roots of hCalendar and hCard by the names that took their place. */
const roots: Readonly<Record<string, string>> = { vevent: 'h-event', vcard: 'h-card', adr: 'h-adr', geo: 'h-geo' };

const properties: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'h-event': {
    ...{
      summary: 'p-name',
      dtstart: 'dt-start',
      dtend: 'dt-end',
      duration: 'dt-duration',
      description: 'e-description',
    },
    ...{ url: 'u-url', location: 'p-location', category: 'p-category', uid: 'u-uid', status: 'p-status', geo: 'p-geo' },
  },
  'h-card': { fn: 'p-name', org: 'p-org', adr: 'p-adr', geo: 'p-geo', url: 'u-url', ...address() },
  'h-adr': address(),
  'h-geo': { latitude: 'p-latitude', longitude: 'p-longitude' },
};

function address(): Readonly<Record<string, string>> {
  return {
    ...{ 'street-address': 'p-street-address', 'extended-address': 'p-extended-address', locality: 'p-locality' },
    ...{ region: 'p-region', 'postal-code': 'p-postal-code', 'country-name': 'p-country-name' },
  };
}

/** The classes of an element in the words of microformats2. Within a classic item classic names count, elsewhere only `vevent` does. */
export const classesOf = (
  element: PageElement,
  around: Readonly<{ classic: boolean; types: readonly string[] }> | undefined,
): Readonly<{ roots: readonly string[]; properties: readonly string[]; classic: boolean }> => {
  const words = wordsOf(element, 'class').slice(0, 50);
  const modern = words.filter((word) => /^h-[a-z][a-z0-9-]{1,30}$/.test(word));
  if (around?.classic) {
    const known = around.types.flatMap((type) => Object.entries(properties[type] ?? {}));
    const named = new Map(known);
    return {
      roots: modern.length > 0 ? modern : words.flatMap((word) => roots[word] ?? []),
      properties: words.flatMap((word) => named.get(word) ?? []),
      classic: modern.length === 0,
    };
  }
  const classic = modern.length === 0 && words.includes('vevent');
  return {
    roots: classic ? ['h-event'] : modern,
    properties: around ? words.filter((word) => /^(?:p|u|dt|e)-[a-z][a-z0-9-]{0,40}$/.test(word)) : [],
    classic,
  };
};
