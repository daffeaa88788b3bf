import type { ItemFields } from '@relais/source';
import { isTimeZone, type Place } from '@relais/vocabulary';
import { withLinks } from '../added-links.js';
import { notedDate, notedWhen, type Note } from '../item-list.js';
import { isObject, numberOf, textOf, type Json } from '../json-document.js';
import { reportOf } from '../report.js';
import type { Fetched, Report } from '../source-format.js';
import { placeOf } from '../stated-place.js';
import type { StatedTime } from '../stated-time.js';

/**
 * The clock time that people read on the site, in the site's zone. A site whose zone was never set says `UTC+0`, and of a fixed offset it
 * is not known whether it holds in summer: then the zone is the source's, and marked as assumed.
 */
const timeOf = (event: Json): StatedTime => {
  const zone = textOf(event['timezone']);
  const named = zone !== undefined && zone.includes('/') && isTimeZone(zone) ? zone : undefined;
  return {
    starts: textOf(event['start_date']),
    ends: textOf(event['end_date']),
    allDay: [true, 1, '1', 'true', 'yes'].some((yes) => yes === event['all_day']),
    zone: named,
  };
};

/** Where there is no venue its member is an empty list. */
const placeIn = (venue: unknown): Place | undefined => {
  const one: unknown = Array.isArray(venue) ? venue[0] : venue;
  if (!isObject(one)) return undefined;
  return placeOf({
    name: one['venue'],
    address: one['address'],
    postalCode: one['zip'],
    city: one['city'],
    country: one['country'],
    latitude: one['geo_lat'],
    longitude: one['geo_lng'],
  });
};

const statusOf = (event: Json): ItemFields['status'] => {
  const said = textOf(event['event_status'])?.toLowerCase();
  if (said === 'canceled' || said === 'cancelled') return 'cancelled';
  return said === 'postponed' ? 'tentative' : undefined;
};

const namesOf = (terms: unknown): readonly string[] =>
  (Array.isArray(terms) ? terms : []).flatMap((term: unknown) => (isObject(term) ? (textOf(term['name']) ?? []) : []));

/** An event of The Events Calendar under its global id, or its address where it has none. */
export const eventReport = (event: Json, fetched: Fetched, note: Note): Report | undefined => {
  const link = textOf(event['url']);
  const item = textOf(event['global_id']) ?? link ?? numberOf(event['id'])?.toString();
  if (item === undefined) {
    note('neither a global id, a url nor an id');
    return undefined;
  }
  if (!['publish', undefined].includes(textOf(event['status']))) {
    note('not published');
    return undefined;
  }
  const when = notedWhen(timeOf(event), fetched.zone, note);
  const [place, status] = [placeIn(event['venue']), statusOf(event)];
  const themes = [...namesOf(event['categories']), ...namesOf(event['tags'])];
  const published = notedDate(textOf(event['date_utc']), note);
  return reportOf({
    kind: 'gathering',
    item,
    title: textOf(event['title']),
    html: withLinks(textOf(event['description']) ?? textOf(event['excerpt']) ?? '', [textOf(event['website'])]),
    link,
    base: link ?? fetched.url,
    updated: notedDate(textOf(event['modified_utc']), note),
    ...(published && { published }),
    ...(when && { when }),
    ...(place && { place }),
    ...(status && { status }),
    ...(themes.length > 0 && { themes }),
  });
};
