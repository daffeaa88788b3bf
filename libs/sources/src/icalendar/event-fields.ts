import type { ItemFields } from '@relais/source';
import type { ItemKey, When } from '@relais/vocabulary';
import { beginning, cleanText } from '../clean-text.js';
import { dateOf } from '../dates.js';
import { reportOf } from '../report.js';
import type { Fetched, Report } from '../source-format.js';
import type { CalendarEvent } from './calendar-events.js';
import { properties, property, textOf, unescaped, type Component } from './components.js';
import { placeOf } from './place.js';
import { htmlOfWritten, withoutEntities } from './written-text.js';

const statuses: Readonly<Record<string, NonNullable<ItemFields['status']>>> = {
  CONFIRMED: 'confirmed',
  TENTATIVE: 'tentative',
  CANCELLED: 'cancelled',
  CANCELED: 'cancelled',
};

/** Categories of all lines, split at the commas that are not escaped. */
const themesOf = (event: Component): string[] => {
  const said = properties(event, 'CATEGORIES').flatMap(({ value }) => value.split(/(?<!\\),/).map(unescaped));
  return [...new Set(said.filter((theme) => theme !== undefined).map(withoutEntities))].slice(0, 50);
};

const htmlOf = (event: Component): string => {
  const html = properties(event, 'X-ALT-DESC').find(
    ({ parameters }) => parameters.get('FMTTYPE')?.toLowerCase() === 'text/html',
  );
  return unescaped(html?.value) ?? htmlOfWritten(textOf(event, 'DESCRIPTION') ?? '');
};

/** Dates that programs write where they know none, such as 1900 or 1601, are no dates. */
const stampOf = (event: Component, name: string): string | undefined => {
  const date = dateOf(property(event, name)?.value ?? '');
  return date && date >= '1971' ? date : undefined;
};

/** What an event says of all of its occurrences alike. */
export const eventReport = (
  { event, cancelledByMethod }: CalendarEvent,
  uid: string,
  /** A series' UID stands for all of its occurrences: as an alias it would make them one. */
  single: boolean,
  /** That of its series, for an occurrence that is written down by itself. */
  rule: string | undefined,
  fetched: Fetched,
): Report => {
  const place = placeOf(event);
  const published = stampOf(event, 'CREATED');
  const status = cancelledByMethod ? 'cancelled' : statuses[property(event, 'STATUS')?.value.toUpperCase() ?? ''];
  const themes = themesOf(event);
  const language = property(event, 'SUMMARY')?.parameters.get('LANGUAGE');
  return reportOf({
    kind: 'gathering',
    item: uid,
    title: htmlOfWritten(textOf(event, 'SUMMARY') ?? ''),
    html: htmlOf(event),
    link: textOf(event, 'URL'),
    base: fetched.url,
    updated: stampOf(event, 'LAST-MODIFIED'),
    author: property(event, 'ORGANIZER')?.parameters.get('CN'),
    recurrence: single ? undefined : (property(event, 'RRULE')?.value ?? rule),
    ...(place && { place }),
    ...(published && { published }),
    ...(status && { status }),
    ...(single && event.properties.has('UID') && { aliases: [uid] }),
    ...(themes.length > 0 && { themes }),
    ...(language && { language }),
  });
};

/** The report of one occurrence. */
export const occurrenceReport = (report: Report, item: string, when: When | undefined): Report => ({
  ...report,
  item: beginning(cleanText(item), 2_000) as ItemKey,
  fields: { ...report.fields, ...(when && { when }) },
});
