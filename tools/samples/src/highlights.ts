import { lilleGatherings, said, textOf, timesOf, type GatheringFact } from './facts.ts';

const isAnnounced = ({ announcedOn: on = [] }: GatheringFact): boolean =>
  on.some(({ platform }) => ['facebook', 'communecter', 'demosphere'].includes(platform));

const extensionOf = (fact: GatheringFact): object => {
  const times = timesOf(fact);
  return {
    kind: 'gathering',
    ...(times && ('from' in times ? { starts: times.from, ends: times.until, allDay: true } : times)),
    ...(times && { zone: fact.zone ?? 'Europe/Paris' }),
    ...(fact.venue && { place: fact.venue }),
  };
};

const itemOf = (fact: GatheringFact): object => {
  const url = fact.page ?? fact.announcedOn?.[0]?.url;
  return {
    id: `urn:exemple:lille:${fact.id}`,
    ...(url && { url }),
    title: fact.title,
    content_text: textOf(fact),
    _relais: extensionOf(fact),
  };
};

/** What only the assembly's own pages know, as JSON Feed: dated where a page gives the day, undated where none does. */
export const highlights = (): string => {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Lille : temps forts des pages de l’assemblée (exemple)',
    description: said,
    home_page_url: 'https://lille.encommuns.org/',
    language: 'fr',
    _relais_sample: true,
    items: lilleGatherings.filter((fact) => !isAnnounced(fact)).map(itemOf),
  };
  return `${JSON.stringify(feed, null, 2)}\n`;
};
