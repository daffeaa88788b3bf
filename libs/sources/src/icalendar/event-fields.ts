import type { ItemFields } from '@relais/source';
import type { When } from '@relais/vocabulary';
import { dateOf } from '../dates.js';
import { httpUrl, reportOf } from '../report.js';
import { htmlOfText } from '../text-as-html.js';
import type { Fetched, Report } from '../source-format.js';
import type { CalendarEvent } from './calendar-events.js';
import { properties, property, textOf, unescaped, type Component } from './components.js';
import { placeOf } from './place.js';

const statuses: Readonly<Record<string, NonNullable<ItemFields['status']>>> = {
  CONFIRMED: 'confirmed',
  TENTATIVE: 'tentative',
  CANCELLED: 'cancelled',
  CANCELED: 'cancelled',
};

/** Categories of all lines, split at the commas that are not escaped. */
const themesOf = (event: Component): string[] => {
  const said = properties(event, 'CATEGORIES').flatMap(({ value }) => value.split(/(?<!\\),/).map(unescaped));
  return [...new Set(said.filter((theme) => theme !== undefined))].slice(0, 50);
};

const htmlOf = (event: Component): string => {
  const html = properties(event, 'X-ALT-DESC').find(
    ({ parameters }) => parameters.get('FMTTYPE')?.toLowerCase() === 'text/html',
  );
  return unescaped(html?.value) ?? htmlOfText(textOf(event, 'DESCRIPTION') ?? '');
};

/** Dates that programs write where they know none, such as 1900 or 1601, are no dates. */
const stampOf = (event: Component, name: string): string | undefined => {
  const date = dateOf(property(event, name)?.value ?? '');
  return date && date >= '1971' ? date : undefined;
};

type Occurrence = Readonly<{
  item: string;
  uid: string;
  when: When | undefined;
  single: boolean;
  /** That of its series, for an occurrence that is written down by itself. */
  rule?: string | undefined;
}>;

/** The report of an event, or of one occurrence: what does not depend on when it is. */
export const fieldsReport = (
  { event, cancelledByMethod }: CalendarEvent,
  { item, uid, when, single, rule }: Occurrence,
  fetched: Fetched,
): Report => {
  const link = textOf(event, 'URL');
  const url = httpUrl(link, fetched.url);
  const place = placeOf(event);
  const published = stampOf(event, 'CREATED');
  const status = cancelledByMethod ? 'cancelled' : statuses[property(event, 'STATUS')?.value.toUpperCase() ?? ''];
  const themes = themesOf(event);
  const language = property(event, 'SUMMARY')?.parameters.get('LANGUAGE');
  // A series' URL and UID stand for all of its occurrences: as an alias they would make them one.
  const aliases = single ? [...new Set([...(event.properties.has('UID') ? [uid] : []), ...(url ? [url] : [])])] : [];
  const organiser = property(event, 'ORGANIZER');
  return reportOf({
    kind: 'gathering',
    item,
    title: htmlOfText(textOf(event, 'SUMMARY') ?? ''),
    html: htmlOf(event),
    link,
    base: fetched.url,
    updated: stampOf(event, 'LAST-MODIFIED'),
    author: organiser?.parameters.get('CN'),
    recurrence: single ? undefined : (property(event, 'RRULE')?.value ?? rule),
    ...(when && { when }),
    ...(place && { place }),
    ...(published && { published }),
    ...(status && { status }),
    ...(aliases.length > 0 && { aliases }),
    ...(themes.length > 0 && { themes }),
    ...(language && { language }),
  });
};
