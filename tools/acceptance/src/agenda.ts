import { DomUtils, parseDocument } from 'htmlparser2';
import type { Site } from './site.ts';

/** A gathering as an agenda's page lists it. */
export type Listed = Readonly<{
  id: string;
  title: string;
  /** What its `time` element says to machines; absent where no date is known. */
  starts?: string;
  /** What it says to people. */
  when: string;
}>;

type Elements = ReturnType<typeof DomUtils.getElementsByTagName>;
type Place = Parameters<typeof DomUtils.getElementsByTagName>[1];

export const elements = (name: string, within: Place): Elements => DomUtils.getElementsByTagName(name, within, true);
export const textOf = (within: Elements[number] | undefined): string =>
  within ? DomUtils.textContent(within).replace(/\s+/g, ' ').trim() : '';
export const byClass = (name: string, within: Place): Elements =>
  elements('*', within).filter(({ attribs }) => (attribs['class'] ?? '').split(' ').includes(name));
export { parseDocument };

const listed = (item: Elements[number]): Listed => {
  const [link] = elements('a', item);
  const [when] = elements('p', item);
  const [time] = elements('time', item);
  const starts = time?.attribs['datetime'];
  const id = (link?.attribs['href'] ?? '').replace('/rencontres/', '');
  return { id, title: textOf(link), ...(starts && { starts }), when: textOf(time ?? when) };
};

/** Every gathering of an agenda, however many pages it has. */
export const agendaOf = async (site: Site, path: string): Promise<readonly Listed[]> => {
  const document = parseDocument(await site.text(path));
  const items = byClass('meetings', document).flatMap((list) => elements('li', list));
  const next = elements('a', document).find(({ attribs }) => attribs['rel'] === 'next')?.attribs['href'];
  return [...items.map(listed), ...(next === undefined ? [] : await agendaOf(site, next))];
};

/** Whether two ways of writing a start mean the same: a day, or an instant whatever its precision. */
export const sameStart = (one: string, other: string): boolean =>
  one.length === 10 || other.length === 10 ? one === other : Date.parse(one) === Date.parse(other);
