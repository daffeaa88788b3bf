import { demosphere, facebook, mobilizon } from './calendars.ts';
import { communecter } from './communecter.ts';
import { highlights } from './highlights.ts';
import { spip, wordpress } from './rss.ts';
import { wiki } from './wiki.ts';

/** Every sample document by its file's name. */
export const documents = (): ReadonlyMap<string, string> =>
  new Map([
    ['lille-demosphere.ics', demosphere()],
    ['lille-facebook.ics', facebook()],
    ['lille-communecter.json', communecter()],
    ['lille-temps-forts.json', highlights()],
    ['lille-wiki.atom', wiki()],
    ['lille-site.rss', wordpress('lille', 'https://lille.encommuns.org/', 'Assemblée des communs de Lille')],
    ['marseille-reseau.rss', wordpress('network', 'https://assemblee.lescommuns.org/', 'Assemblée des communs')],
    ['brest-a-brest.rss', spip('http://www.a-brest.net/', 'a-brest')],
    ...['brest', 'rennes', 'toulouse', 'grenoble', 'marseille'].map(
      (city) => [`${city}-mobilizon.ics`, mobilizon(city, 'Europe/Paris')] as const,
    ),
    ['gent-mobilizon.ics', mobilizon('gent', 'Europe/Brussels')],
  ]);
