import { calendarDocument, sampleUuid, type CalendarEvent, type SampleCalendar } from '@relais/demonstration';
import { announcedOn, madeAt, said, sisterGatherings, textOf, timesOf, type GatheringFact } from './facts.ts';

const placeOf = ({ venue = {} }: GatheringFact): string[] =>
  [venue.name, venue.address, [venue.postalCode, venue.city].filter(Boolean).join(' ')].filter(
    (part): part is string => part !== undefined && part !== '',
  );

type Writing = Readonly<{ uid: string; url?: string | undefined; description?: string; location?: string }>;

const eventOf = (fact: GatheringFact, { uid, url, description, location }: Writing): CalendarEvent[] => {
  const times = timesOf(fact);
  const place = location ?? placeOf(fact).join(', ');
  return times === undefined
    ? []
    : [
        {
          uid,
          title: fact.title,
          ...times,
          ...(description && { description }),
          ...(place && { location: place }),
          ...(url && { url }),
        },
      ];
};

const document = (calendar: Omit<SampleCalendar, 'description' | 'madeAt'>): string =>
  calendarDocument({ description: said, madeAt, ...calendar });

/** Démosphère: `/events.ics` of a region. Its UIDs are addresses on the present host, its places have a line for each part. */
export const demosphere = (): string =>
  document({
    product: '-//Demosphere//Relais exemple//FR',
    name: 'Démosphère Lille (exemple)',
    zone: 'Europe/Paris',
    times: 'zone-described',
    events: announcedOn('demosphere').flatMap(({ fact, url, externalId }) =>
      eventOf(fact, {
        uid: `https://lille.demosphere.net/rv/${externalId}`,
        url,
        description: `plus d'infos sur : ${url}`,
        location: placeOf(fact).join('\n'),
      }),
    ),
  });

/** Facebook: the file that a member exports from an event, several of them joined; in UTC. */
export const facebook = (): string =>
  document({
    product: '-//Facebook//NONSGML Facebook Events V1.0//EN',
    name: 'Facebook, événements exportés à la main (exemple)',
    zone: 'Europe/Paris',
    times: 'utc',
    events: announcedOn('facebook').flatMap(({ fact, url, externalId }) =>
      eventOf(fact, { uid: `e${externalId}@facebook.com`, url, description: url }),
    ),
  });

/** Mobilizon: `/@group/feed/ics`. Its UIDs are UUIDs, its zones are named and not described. */
export const mobilizon = (assembly: string, zone: string): string =>
  document({
    product: '-//Elixir ICalendar//Mobilizon Relais exemple//EN',
    name: `Mobilizon ${assembly} (exemple)`,
    zone,
    times: 'zone-named',
    events: sisterGatherings
      .filter((fact) => fact.assembly === assembly)
      .flatMap((fact) => eventOf(fact, { uid: sampleUuid(fact.id), url: fact.page, description: textOf(fact) })),
  });
