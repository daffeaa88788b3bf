import type { ItemFields } from '@relais/source';
import { withLinks } from '../added-links.js';
import { notedDate, notedWhen, type Note } from '../item-list.js';
import { isObject, numberOf, textOf, type Json } from '../json-document.js';
import { reportOf } from '../report.js';
import type { Fetched, Report } from '../source-format.js';
import { placeOf } from '../stated-place.js';
import { htmlOfText } from '../text-as-html.js';

/** How many timings of one event are read: an exhibition is open for months, and no series of gatherings. */
const mostTimings = 200;

/** The language that an event is read in: French before English before any other that its title is written in. */
const languageOf = (event: Json): string | undefined => {
  const title = event['title'];
  return isObject(title)
    ? ['fr', 'en', ...Object.keys(title)].find((language) => textOf(title[language]) !== undefined)
    : undefined;
};

const inLanguage = (value: unknown, language: string | undefined): unknown =>
  isObject(value) ? (language === undefined ? undefined : (value[language] ?? Object.values(value)[0])) : value;

/** 1 scheduled, 2 rescheduled, 3 moved online, 4 postponed, 5 full, 6 cancelled. */
const statusOf = (event: Json): ItemFields['status'] => {
  const status = numberOf(isObject(event['status']) ? event['status']['id'] : event['status']);
  return status === 6 ? 'cancelled' : status === 4 ? 'tentative' : undefined;
};

const linkOf = (event: Json, uid: string, fetched: Fetched): string | undefined => {
  const said = textOf(event['canonicalUrl']);
  if (said !== undefined) return said;
  const agenda = isObject(event['originAgenda']) ? event['originAgenda'] : {};
  const [agendaSlug, slug] = [textOf(agenda['slug']), textOf(event['slug'])];
  if (agendaSlug && slug)
    return `https://openagenda.com/${encodeURIComponent(agendaSlug)}/events/${encodeURIComponent(slug)}`;
  const asked = /\/agendas\/(\d{1,20})\//.exec(fetched.url)?.[1];
  return asked && `https://openagenda.com/agendas/${asked}/events/${encodeURIComponent(uid)}`;
};

const linksBeside = (event: Json): readonly (string | undefined)[] => [
  textOf(event['onlineAccessLink']),
  ...(Array.isArray(event['registration']) ? event['registration'] : []).map((one: unknown) =>
    textOf(isObject(one) ? one['value'] : one),
  ),
];

/** What all timings of an event have in common. */
const commonFields = (event: Json, uid: string, fetched: Fetched, note: Note) => {
  const language = languageOf(event);
  const said = (name: string): string | undefined => textOf(inLanguage(event[name], language));
  // In version 1 the event says its place itself.
  const location = isObject(event['location']) ? event['location'] : { ...event, name: event['locationName'] };
  const place = placeOf({ ...location, country: location['countryCode'] });
  const keywords = inLanguage(event['keywords'], language);
  const themes = (Array.isArray(keywords) ? keywords : []).flatMap((word: unknown) => textOf(word) ?? []);
  const [published, status] = [notedDate(textOf(event['createdAt']), note), statusOf(event)];
  return {
    kind: 'gathering' as const,
    title: htmlOfText(said('title') ?? ''),
    html: withLinks(
      htmlOfText(said('longDescription') ?? said('freeText') ?? said('description') ?? ''),
      linksBeside(event),
    ),
    link: linkOf(event, uid, fetched),
    base: fetched.url,
    updated: notedDate(textOf(event['updatedAt']), note),
    ...(published && { published }),
    ...(place && { place }),
    ...(status && { status }),
    ...(themes.length > 0 && { themes }),
    ...(language && { language }),
  };
};

/** The state of what is published; an answer to a key of the agenda's owners also has what is not. */
const isPublished = (event: Json): boolean => {
  const state = numberOf(isObject(event['state']) ? event['state']['id'] : event['state']);
  return state === undefined || state === 2;
};

/** A report for each timing. The first has the event's own key, and keeps it when it is moved or when others are added. */
export const eventReports = (event: Json, fetched: Fetched, note: Note): readonly Report[] => {
  const uid = textOf(event['uid']) ?? numberOf(event['uid'])?.toString();
  if (uid === undefined) note('no uid');
  else if (!isPublished(event)) note('not published');
  if (uid === undefined || !isPublished(event)) return [];
  const timings: readonly unknown[] = Array.isArray(event['timings'])
    ? event['timings']
    : [event['firstTiming'] ?? event['nextTiming']];
  if (timings.length > mostTimings) note(`more than ${mostTimings} timings; the rest was not read`);
  const common = commonFields(event, uid, fetched, note);
  if (timings.length === 0) return [reportOf({ ...common, item: uid })];
  return timings.slice(0, mostTimings).map((timing, index) => {
    const said = isObject(timing) ? timing : {};
    const [starts, ends] = [textOf(said['begin'] ?? said['start']), textOf(said['end'])];
    const when = notedWhen({ starts, ends, zone: textOf(event['timezone']) }, fetched.zone, note);
    return reportOf({ ...common, item: index === 0 ? uid : `${uid}|${starts ?? index}`, ...(when && { when }) });
  });
};
