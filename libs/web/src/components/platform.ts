/** Platforms whose name people write otherwise than the configuration does. */
const platformNames: ReadonlyMap<string, string> = new Map([
  ['agenda-du-libre', 'Agenda du Libre'],
  ['communecter', 'Communecter'],
  ['demosphere', 'Démosphère'],
  ['facebook', 'Facebook'],
  ['gancio', 'Gancio'],
  ['ical', 'iCalendar'],
  ['json-feed', 'JSON Feed'],
  ['loomio', 'Loomio'],
  ['mediawiki', 'MediaWiki'],
  ['meetup', 'Meetup'],
  ['mobilizon', 'Mobilizon'],
  ['openagenda', 'OpenAgenda'],
  ['rss', 'RSS'],
  ['spip', 'SPIP'],
  ['wordpress', 'WordPress'],
  ['yeswiki', 'YesWiki'],
]);

/** A platform as people write it. */
export const platformName = (platform: string): string => platformNames.get(platform) ?? platform;
