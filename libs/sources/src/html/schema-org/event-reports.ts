import type { Json } from '../../json-document.js';
import { firstItems } from '../../limits.js';
import type { Fetched, ReadingError, Report } from '../../source-format.js';
import { ownNames } from '../own-names.js';
import { eventReport, nameOf } from './event-report.js';
import { eventsIn, textAt } from './nodes.js';

/** Whether it is about anything at all. */
const says = (event: Json): boolean => textAt(event, 'name', 'headline', 'url', '@id', 'startDate') !== undefined;

type Situation = Readonly<{ fetched: Fetched; base: string; page: string }>;

/** The events of schema.org in what a page says, each once: plugins and themes both print it. */
export const eventReports = (
  values: readonly unknown[],
  named: string,
  { fetched, base, page }: Situation,
): { reports: readonly Report[]; errors: readonly ReadingError[] } => {
  const { events: all, index } = eventsIn(values);
  const { read: events, errors: beyond } = firstItems(all);
  const errors: ReadingError[] = [...beyond];
  const keys = ownNames(
    events.map((event) => ({
      name: nameOf(event, base),
      title: textAt(event, 'name'),
      starts: textAt(event, 'startDate'),
    })),
    page,
  );
  const reports = new Map<string, Report>();
  events.forEach((event, at) => {
    const item = keys[at] ?? page;
    const note = (what: string): void => void errors.push({ where: `${named}, event ${at + 1}`, what });
    if (!says(event)) return note('neither a name, an address nor a time');
    const report = eventReport(event, { item, index, base, page, fetched }, note);
    if (!reports.has(report.item)) reports.set(report.item, report);
  });
  return { reports: [...reports.values()], errors };
};
