import type { ItemFields } from '@relais/source';
import { decodeHTML } from 'entities';
import { withLinks } from '../../added-links.js';
import { notedDate, notedWhen, type Note } from '../../item-list.js';
import { type Json } from '../../json-document.js';
import { httpUrl, reportOf } from '../../report.js';
import type { Fetched, Report } from '../../source-format.js';
import { htmlOfText } from '../../text-as-html.js';
import { textAt, textsAt, type Index } from './nodes.js';
import { scheduleOf, timeOf } from './stated-times.js';
import { whereIs } from './where.js';

const statusOf = (event: Json): ItemFields['status'] => {
  const said = textAt(event, 'eventStatus')?.split(/[#/:]/).at(-1)?.toLowerCase() ?? '';
  if (/^(event)?cancell?ed$/.test(said)) return 'cancelled';
  return said === 'eventpostponed' ? 'tentative' : undefined;
};

/** Plugins escape the HTML of a description once more for JSON. */
const htmlOf = (description: string): string =>
  htmlOfText(/&lt;\/?[a-z]/i.test(description) && !description.includes('<') ? decodeHTML(description) : description);

/** The event's own name: its `@id` or its page, absolute; an `@id` of this document alone (`_:b0`) is none. */
export const nameOf = (event: Json, base: string): string | undefined => {
  const id = textAt(event, '@id');
  const absolute =
    id === undefined || id.startsWith('_:')
      ? undefined
      : (httpUrl(id, base) ?? (/^(urn|tag):/.test(id) ? id : undefined));
  return absolute ?? httpUrl(textAt(event, 'url')?.replaceAll('&amp;', '&'), base) ?? textAt(event, 'identifier');
};

type Situation = Readonly<{ item: string; index: Index; base: string; page: string; fetched: Fetched }>;

/** Where to read more: the event's page, else the page that it stands on. */
const linkOf = (event: Json, base: string, page: string): string =>
  httpUrl(textAt(event, 'url')?.replaceAll('&amp;', '&'), base) ?? httpUrl(textAt(event, '@id'), base) ?? page;

/** An event of schema.org, from JSON-LD or microdata. */
export const eventReport = (event: Json, { item, index, base, page, fetched }: Situation, note: Note): Report => {
  const when = notedWhen(timeOf(event), fetched.zone, note);
  if (scheduleOf(event)) note('takes place again and again: only the first time is read');
  const { place, online } = whereIs(event, index);
  const status = statusOf(event);
  const published = notedDate(textAt(event, 'datePublished', 'dateCreated'), note);
  const keywords = textsAt(event, 'keywords');
  const themes = keywords.flatMap((text) => text.split(',').map((word) => word.trim())).filter(Boolean);
  const language = textsAt(event, 'inLanguage')[0];
  return reportOf({
    kind: 'gathering',
    item,
    title: textAt(event, 'name', 'headline'),
    html: withLinks(htmlOf(textAt(event, 'description') ?? ''), online),
    link: linkOf(event, base, page),
    base,
    updated: notedDate(textAt(event, 'dateModified'), note),
    ...(published && { published }),
    ...(when && { when }),
    ...(place && { place }),
    ...(status && { status }),
    ...(themes.length > 0 && { themes }),
    ...(language && { language }),
  });
};
