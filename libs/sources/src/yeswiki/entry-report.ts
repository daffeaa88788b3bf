import { withLinks } from '../added-links.js';
import { notedWhen, type Note } from '../item-list.js';
import { isObject, textOf, type Json } from '../json-document.js';
import { httpUrl, reportOf } from '../report.js';
import type { Fetched, Report } from '../source-format.js';
import { placeOf } from '../stated-place.js';
import { whenOf, type StatedTime } from '../stated-time.js';
import { htmlOfText } from '../text-as-html.js';
import type { Instant, Place } from '@relais/vocabulary';

/** The wiki's address, without what was asked of it. */
const wikiOf = ({ url }: Fetched): string => url.replace(/[?#].*$/s, '').replace(/\/(api\/.*|wakka\.php)$/, '/');

/** The page of an entry: what the entry says, or its tag on this wiki. */
const pageOf = (entry: Json, id: string, fetched: Fetched): string | undefined =>
  httpUrl(textOf(entry['url']), fetched.url) ?? httpUrl(`?${encodeURIComponent(id)}`, wikiOf(fetched));

/** A text, or a number as one: PHP writes what looks like a number as such. */
const written = (value: unknown): string | undefined =>
  textOf(value) ?? (typeof value === 'number' ? String(value) : undefined);

/** Some write degrees with a comma. */
const degrees = (value: unknown): unknown => (typeof value === 'string' ? value.replace(',', '.') : value);

/** Dates alone are days; hours stand in the date itself (`2026-11-26T18:00:00+01:00`), or beside it in old versions. */
const timeIn = (entry: Json, name: string): string | undefined => {
  const date = textOf(entry[name]);
  if (date === undefined || date.startsWith('0000')) return undefined;
  const [hour, minutes] = [written(entry[`${name}_hour`]), written(entry[`${name}_minutes`])];
  const beside = String(entry[`${name}_allday`]) === '0' && hour !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(date);
  return beside ? `${date}T${hour.padStart(2, '0')}:${(minutes ?? '').padStart(2, '0')}` : date;
};

/** An entry may begin on a day and end at an hour: then only the days are known. */
const timeOf = (entry: Json): StatedTime => {
  const [starts, ends] = [timeIn(entry, 'bf_date_debut_evenement'), timeIn(entry, 'bf_date_fin_evenement')];
  const days =
    String(entry['bf_date_debut_evenement_allday']) === '1' || String(entry['bf_date_fin_evenement_allday']) === '1';
  const dayOnly = ends !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(ends) && !days;
  const timed = starts !== undefined && starts.length > 10;
  // Until a day, from an hour on: the hour of the end is not known.
  return { starts, ends: timed && dayOnly ? undefined : ends, allDay: days };
};

const placeIn = (entry: Json): Place | undefined => {
  const geolocation = isObject(entry['geolocation']) ? entry['geolocation'] : {};
  const [latitude, longitude] = (textOf(entry['carte_google']) ?? '').split('|');
  return placeOf({
    name: entry['bf_lieu'] ?? entry['bf_nom_lieu'],
    address: [textOf(entry['bf_adresse']), textOf(entry['bf_adresse1']), textOf(entry['bf_adresse2'])]
      .filter(Boolean)
      .join(', '),
    postalCode: entry['bf_code_postal'],
    city: entry['bf_ville'],
    country: entry['bf_pays'],
    latitude: degrees(entry['bf_latitude'] ?? geolocation['bf_latitude'] ?? latitude),
    longitude: degrees(entry['bf_longitude'] ?? geolocation['bf_longitude'] ?? longitude),
  });
};

/** Hours of MySQL, in the zone of the server: read in the source's. */
const instantOf = (text: string | undefined, { zone }: Fetched): Instant | undefined => {
  const when = whenOf({ starts: text }, zone);
  return when?.kind === 'timed' ? when.starts : undefined;
};

/** An entry as a gathering, or as news where its form has no date of beginning. Its key is its address: the UID of the wiki's own calendar. */
export const entryReport = (entry: Json, fetched: Fetched, note: Note): Report | undefined => {
  const id = textOf(entry['id_fiche']);
  const item = id && (pageOf(entry, id, fetched) ?? id);
  if (id === undefined || item === undefined) {
    note('no id_fiche');
    return undefined;
  }
  if (written(entry['statut_fiche']) === '0') {
    note('not published');
    return undefined;
  }
  const isGathering = entry['bf_date_debut_evenement'] !== undefined;
  const when = isGathering ? notedWhen(timeOf(entry), fetched.zone, note) : undefined;
  const place = placeIn(entry);
  const published = instantOf(textOf(entry['date_creation_fiche']), fetched);
  return reportOf({
    kind: isGathering ? 'gathering' : 'news',
    item,
    title: written(entry['bf_titre']) ?? id,
    html: withLinks(htmlOfText(textOf(entry['bf_description']) ?? textOf(entry['bf_chapeau']) ?? ''), [
      textOf(entry['bf_site_internet']),
      textOf(entry['bf_url']),
    ]),
    link: pageOf(entry, id, fetched),
    base: wikiOf(fetched),
    ...(isGathering && { aliases: [item] }),
    updated: instantOf(textOf(entry['date_maj_fiche']), fetched),
    ...(published && { published }),
    ...(when && { when }),
    ...(place && { place }),
  });
};
