import type { ItemFields } from '@relais/source';
import { withLinks } from '../added-links.js';
import { notedDate, notedWhen, type Note } from '../item-list.js';
import { isObject, textOf, type Json } from '../json-document.js';
import { httpUrl, reportOf } from '../report.js';
import type { Fetched, Report } from '../source-format.js';
import { htmlOfText } from '../text-as-html.js';
import { addressIn, idOf, listOf, naturalText, pageOf, textIn, typesOf } from './objects.js';
import { speaksFor } from './own-host.js';
import { whereIs } from './where.js';

/** `CONFIRMED` (Mobilizon), `EventCancelled` or its address (schema.org). */
const statusOf = (object: Json): ItemFields['status'] => {
  const said = textOf(object['ical:status'] ?? object['eventStatus'] ?? object['status'])
    ?.split(/[#/:]/)
    .at(-1)
    ?.toLowerCase();
  if (said === 'cancelled' || said === 'canceled' || said === 'eventcancelled') return 'cancelled';
  if (said === 'tentative' || said === 'eventpostponed') return 'tentative';
  return said === 'confirmed' ? 'confirmed' : undefined;
};

/** When it is: an event says so, and so does a film that is planned to be shown live. */
const startOf = (object: Json): string | undefined => {
  const planned = listOf(object['schedules'] ?? object['liveSchedules'])[0];
  return textIn(object['startTime']) ?? (isObject(planned) ? textOf(planned['startDate']) : undefined);
};

const gatheringFields = (object: Json, { zone }: Fetched, note: Note): Omit<ItemFields, 'title'> => {
  // An end that had to be made up is said to be one (FEP-8a8e).
  const ends = object['displayEndTime'] === false ? undefined : textIn(object['endTime']);
  const when = notedWhen({ starts: startOf(object), ends, zone: textOf(object['timezone']) }, zone, note);
  const { place } = whereIs(object);
  const status = statusOf(object);
  return { kind: 'gathering', ...(when && { when }), ...(place && { place }), ...(status && { status }) };
};

/** Web pages beside the text: attached links, where to enrol, where to meet online. */
const linksBeside = (object: Json): readonly (string | undefined)[] => [
  ...listOf(object['attachment']).flatMap((one) =>
    isObject(one) && typesOf(one).includes('Link') && (one['mediaType'] ?? 'text/html') === 'text/html'
      ? [addressIn(one)]
      : [],
  ),
  textOf(object['externalParticipationUrl']),
  ...whereIs(object).online,
];

/**
 * An event, or what else is published (a note, an article, a film), under its ActivityPub id. That is its own name only where
 * the document may say so; of another host's (an announce, a boost) the page is mentioned, and nothing is believed of who it is.
 */
export const objectReport = (object: Json, fetched: Fetched, note: Note): Report | undefined => {
  const [id, page] = [idOf(object), pageOf(object)];
  const item = id ?? page;
  if (item === undefined) {
    note('neither an id nor a url');
    return undefined;
  }
  if (object['draft'] === true) {
    note('a draft');
    return undefined;
  }
  const isOwn = speaksFor(fetched.url, item);
  const isGathering = typesOf(object).includes('Event') || startOf(object) !== undefined;
  const { text = '', language = textOf(object['inLanguage']) } = naturalText(
    object,
    'content',
    'description',
    'summary',
  );
  const html = /^text\/(markdown|plain)/.test(textOf(object['mediaType']) ?? '') ? htmlOfText(text) : text;
  const themes = listOf(object['tag']).flatMap((tag) =>
    isObject(tag) && typesOf(tag).includes('Hashtag') ? (textOf(tag['name'])?.replace(/^#/, '') ?? []) : [],
  );
  const published = notedDate(textOf(object['published']), note);
  return reportOf({
    ...(isGathering ? gatheringFields(object, fetched, note) : { kind: 'news' as const }),
    item,
    title: htmlOfText(naturalText(object, 'name', 'displayName').text ?? ''),
    html: withLinks(html, [...linksBeside(object), ...(isOwn ? [] : [page ?? id])]),
    link: isOwn ? (page ?? id) : undefined,
    base: httpUrl(id, fetched.url) ?? fetched.url,
    ...(id && isOwn && { aliases: [id] }),
    updated: notedDate(textOf(object['updated']), note),
    ...(published && { published }),
    ...(themes.length > 0 && { themes }),
    ...(language && { language }),
  });
};
