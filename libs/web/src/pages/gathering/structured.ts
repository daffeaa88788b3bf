import type { GatheringRow } from '@relais/read-models';
import { placeInWords } from '@relais/vocabulary';

/** schema.org Event for search engines; `<` is written so that no text can end the script. */
export const structured = (row: GatheringRow, url: string, organiser: string): string =>
  JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'Event',
    url,
    name: row.title,
    ...(row.when &&
      (row.when.kind === 'all-day'
        ? { startDate: row.when.from, endDate: row.when.until }
        : { startDate: row.when.starts, endDate: row.when.ends })),
    eventStatus: `https://schema.org/${row.cancelled ? 'EventCancelled' : 'EventScheduled'}`,
    ...(row.place && { location: { '@type': 'Place', name: row.place.name, address: placeInWords(row.place) } }),
    organizer: { '@type': 'Organization', name: organiser },
  }).replaceAll('<', '\\u003c');
