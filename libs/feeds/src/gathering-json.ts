import type { GatheringRow } from '@relais/read-models';
import { placeInWords, type When } from '@relais/vocabulary';

const times = (when: When | undefined): object => {
  if (when === undefined) return {};
  if (when.kind === 'all-day') return { startDate: when.from, endDate: when.until };
  return { startDate: when.starts, ...(when.ends && { endDate: when.ends }) };
};

/** A gathering as schema.org Event, with the announcements it came from: what `/rencontres/{id}.json` says. */
export const gatheringJson = (row: GatheringRow, organiser: string, publicUrl: string): object => {
  const { place, withdrawn = false } = row;
  const address = place && {
    '@type': 'PostalAddress',
    ...(place.address && { streetAddress: place.address }),
    ...(place.postalCode && { postalCode: place.postalCode }),
    ...(place.city && { addressLocality: place.city }),
    ...(place.country && { addressCountry: place.country }),
  };
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    '@id': `${publicUrl}/rencontres/${row.gathering}`,
    url: `${publicUrl}/rencontres/${row.gathering}`,
    name: row.title,
    ...times(row.when),
    ...(row.when?.kind === 'timed' && { timeZone: row.when.zone }),
    // Of what nobody announces any more, nobody knows whether it takes place.
    ...(!withdrawn && { eventStatus: `https://schema.org/${row.cancelled ? 'EventCancelled' : 'EventScheduled'}` }),
    ...(place && { location: { '@type': 'Place', name: place.name ?? placeInWords(place), address } }),
    ...(row.summary && { description: row.summary }),
    organizer: { '@type': 'Organization', name: organiser, url: `${publicUrl}/${row.assembly}` },
    sameAs: row.announcements.flatMap(({ says }) => says.link ?? []),
    ...(row.mergedInto && { mergedInto: `${publicUrl}/rencontres/${row.mergedInto}` }),
    // What sources disagree on, and who says what; what the gathering is shown as above follows one of them.
    ...(row.conflicts.length > 0 && {
      conflicts: row.conflicts.map(({ field, says }) => ({
        field,
        says: says.map(({ basis, value }) => ({ ...basis, value })),
      })),
    }),
    announcements: row.announcements.map(({ source, item, says, score, reasons, by }) => ({
      source,
      item,
      title: says.title,
      ...(says.link && { url: says.link }),
      ...times(says.when),
      ...{ score, reasons, by },
    })),
  };
};
