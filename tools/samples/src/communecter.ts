import { announcedOn, said } from './facts.ts';

/** Communecter: `/api/event/get`, entities keyed by their id. Local times, as its forms take them. */
export const communecter = (): string => {
  const entities = announcedOn('communecter').map(({ fact, url, externalId }) => {
    const { venue = {}, date, start, end, title } = fact;
    const at = (time: string | undefined) => (time ? `${date} ${time}` : date);
    return [
      externalId,
      {
        '@type': 'Event',
        name: title,
        typeCommunecter: 'meeting',
        url: { communecter: url, api: `https://www.communecter.org/api/event/get/id/${externalId}` },
        address: {
          '@type': 'PostalAddress',
          streetAddress: venue.address,
          postalCode: venue.postalCode,
          addressLocality: venue.city,
          addressCountry: venue.country,
        },
        location: venue.name,
        allDay: start === undefined,
        startDate: at(start),
        endDate: at(end),
        timeZone: 'Europe/Paris',
      },
    ] as const;
  });
  const meta = { limit: 20, next: null, previous: null, exemple: said };
  return `${JSON.stringify({ meta, entities: Object.fromEntries(entities) }, null, 2)}\n`;
};
