import type { ItemFields } from '@relais/source';
import { addDays, isLocalDate } from '@relais/vocabulary';
import { notedDate, notedWhen, type Note } from '../../item-list.js';
import { firstItems } from '../../limits.js';
import { httpUrl, reportOf } from '../../report.js';
import type { Fetched, ReadingError, Report } from '../../source-format.js';
import type { StatedTime } from '../../stated-time.js';
import { htmlOfText } from '../../text-as-html.js';
import { endAfter } from '../duration.js';
import { ownNames } from '../own-names.js';
import type { Item } from './items.js';
import { textOf, whereIs } from './where.js';
import { endOf } from './written-time.js';

type Situation = Readonly<{ fetched: Fetched; base: string; page: string }>;

const has = (item: Item, ...names: readonly string[]): boolean => names.some((name) => item.properties.has(name));

/** Events and entries, also within feeds and within one another; answers to others (likes, replies, RSVPs) are no items of the page. */
const shownIn = (items: readonly Item[]): readonly Item[] =>
  items.flatMap((item) => [
    ...(item.types.includes('h-event') ||
    (item.types.includes('h-entry') && !has(item, 'in-reply-to', 'like-of', 'repost-of', 'rsvp'))
      ? [item]
      : []),
    ...shownIn(item.children),
  ]);

/** Days as the rest of this code has them: the last included. The end of hCalendar is iCalendar's, the day after. */
const timeOf = (item: Item): StatedTime => {
  const starts = textOf(item, 'start');
  const said = endOf(starts, textOf(item, 'end')) ?? (starts && endAfter(starts, textOf(item, 'duration') ?? ''));
  const dated = said?.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  const ends = item.classic && dated !== undefined && isLocalDate(dated) ? addDays(dated, -1) : said;
  return { starts, ends };
};

const gatheringFields = (item: Item, { zone }: Fetched, note: Note): Omit<ItemFields, 'title'> => {
  const when = notedWhen(timeOf(item), zone, note);
  const place = whereIs(item);
  const said = textOf(item, 'status')?.toLowerCase();
  const status = (['confirmed', 'tentative', 'cancelled'] as const).find((one) => one === said);
  return { kind: 'gathering', ...(when && { when }), ...(place && { place }), ...(status && { status }) };
};

const htmlOf = (item: Item): string => {
  const value = ['content', 'description', 'summary'].flatMap((name) => item.properties.get(name)?.[0] ?? [])[0];
  return value?.html ?? htmlOfText(value?.text ?? '');
};

const nameOf = (item: Item, { base, page }: Situation): string | undefined =>
  textOf(item, 'uid') ?? httpUrl(textOf(item, 'url'), base) ?? (item.id ? `${page}#${item.id}` : undefined);

/** The events and entries of a page's microformats. */
export const itemReports = (
  items: readonly Item[],
  situation: Situation,
): { reports: readonly Report[]; errors: readonly ReadingError[] } => {
  const { read: shown, errors: beyond } = firstItems(shownIn(items));
  const errors: ReadingError[] = [...beyond];
  const keys = ownNames(
    shown.map((item) => ({
      name: nameOf(item, situation),
      title: textOf(item, 'name'),
      starts: textOf(item, 'start'),
    })),
    situation.page,
  );
  const reports = shown.map((item, at) => {
    const note: Note = (what) => errors.push({ where: `${item.types[0]} ${at + 1}`, what });
    const isEvent = item.types.includes('h-event');
    const published = notedDate(textOf(item, 'published'), note);
    const themes = (item.properties.get('category') ?? []).map(({ text }) => text).filter(Boolean);
    return reportOf({
      ...(isEvent ? gatheringFields(item, situation.fetched, note) : { kind: 'news' as const }),
      item: keys[at] ?? situation.page,
      title: htmlOfText(textOf(item, 'name') ?? ''),
      html: htmlOf(item),
      link: textOf(item, 'url') ?? situation.page,
      base: situation.base,
      updated: notedDate(textOf(item, 'updated'), note),
      ...(published && { published }),
      ...(themes.length > 0 && { themes }),
    });
  });
  return { reports, errors };
};
