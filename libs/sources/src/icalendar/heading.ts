import { httpUrl } from '../report.js';
import type { ReadDocument } from '../source-format.js';
import { titleOfText } from '../text-as-html.js';
import { textOf, type Component } from './components.js';
import { withoutEntities } from './written-text.js';

/** What the first calendar that says so is called, and the page where people read it (RFC 7986, 5.1 and 5.5). */
export const headingOf = (roots: readonly Component[], base: string): Pick<ReadDocument, 'title' | 'link'> => {
  // The URL of an event without a calendar around it is the event's.
  const calendars = roots.filter(({ name }) => name === 'VCALENDAR');
  const name = calendars.map((calendar) => textOf(calendar, 'X-WR-CALNAME') ?? textOf(calendar, 'NAME')).find(Boolean);
  const title = titleOfText(withoutEntities(name ?? ''));
  const link = calendars.map((calendar) => httpUrl(textOf(calendar, 'URL'), base)).find(Boolean);
  return { ...(title && { title }), ...(link && { link }) };
};
