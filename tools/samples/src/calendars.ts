import { calendarDocument, type CalendarEvent } from '@relais/demonstration';
import { announcedOn, sisterGatherings, type GatheringFact } from './facts.ts';

const said = 'Exemple fait à partir de faits publics ; ce fichier ne vient pas de la plateforme.';

const eventOf = (fact: GatheringFact, uid: string, url?: string): CalendarEvent | undefined => {
  const { date, endDate, start, end, venue = {}, title } = fact;
  if (date === undefined) return undefined;
  const city = [venue.postalCode, venue.city].filter(Boolean).join(' ');
  const location = [venue.name, venue.address, city].filter(Boolean).join(', ');
  return {
    uid,
    title,
    ...(start === undefined || endDate !== undefined
      ? { from: date, until: endDate ?? date }
      : { starts: `${date}T${start}`, ...(end && { ends: `${date}T${end}` }) }),
    ...(location && { location }),
    ...(url && { url }),
  };
};

const announced = (platform: string, uid: (externalId: string) => string): CalendarEvent[] =>
  announcedOn(platform).flatMap(({ fact, url, externalId }) => eventOf(fact, uid(externalId), url) ?? []);

/** Démosphère: `/events.ics` of a region. */
export const demosphere = (): string =>
  calendarDocument({
    product: '-//Demosphere//Relais exemple//FR',
    name: 'Démosphère Lille (exemple)',
    description: said,
    zone: 'Europe/Paris',
    events: announced('demosphere', (id) => `demosphere-${id}@lille.demosphere.net`),
  });

/** Facebook: the file that a member exports from an event, several of them joined. */
export const facebook = (): string =>
  calendarDocument({
    product: '-//Facebook//NONSGML Facebook Events V1.0//EN',
    name: 'Facebook, événements exportés à la main (exemple)',
    description: said,
    zone: 'Europe/Paris',
    events: announced('facebook', (id) => `e${id}@facebook.com`),
  });

/** Mobilizon: `/@group/feed/ics`. */
export const mobilizon = (assembly: string, zone: string): string =>
  calendarDocument({
    product: '-//Mobilizon//Relais exemple//FR',
    name: `Mobilizon ${assembly} (exemple)`,
    description: said,
    zone,
    events: sisterGatherings
      .filter((fact) => fact.assembly === assembly)
      .flatMap((fact) => eventOf(fact, `${fact.id}@mobilizon.exemple`, fact.page) ?? []),
  });
