import { summary, title } from '../synthetic/prose.ts';
import { Random } from '../synthetic/random.ts';
import type { SimulatedSource } from './mixture.ts';

type Document = Readonly<{ mediaType: string; text: string }>;

/** Bodies are cut out of it, because the machine that serves is also the one that is measured. */
const prose = summary(new Random(1), 60_000).slice(3, -4);
const stamp = Date.UTC(2026, 0, 1);
const day = 86_400_000;

const body = (random: Random, length: number): string => {
  const from = random.below(prose.length - Math.min(length, prose.length - 1));
  return prose.slice(from, from + length);
};

/** The document of a source in this state: one item more with each version. RSS, or each fifth a calendar. */
export const documentOf = ({ number, host, bytes }: SimulatedSource, version: number, host0: string): Document => {
  const random = new Random(number + 1);
  const isCalendar = number % 5 === 0;
  // Mostly ten items; what is larger has longer texts, as feeds with whole articles do.
  const items = Math.max(3, Math.min(isCalendar ? 40 : 12, Math.round(bytes / 1_500)));
  const each = Math.max(20, Math.round(bytes / items) - 420);
  const entries = Array.from({ length: items + version }, (_, n) => ({
    id: `${number}-${n}`,
    name: `${title(random, n)} (${number})`,
    link: `http://${host0}/${number}/${n}`,
    at: new Date(stamp + ((host * 7 + n * 31 + number) % 300) * day + 18 * 3_600_000),
    text: body(random, each),
  })).reverse();
  return isCalendar
    ? { mediaType: 'text/calendar; charset=utf-8', text: calendar(number, entries) }
    : { mediaType: 'application/rss+xml; charset=utf-8', text: rss(number, entries) };
};

type Entry = Readonly<{ id: string; name: string; link: string; at: Date; text: string }>;

const rss = (number: number, entries: readonly Entry[]): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Source ${number}</title><link>http://exemple.test/</link><description>Nouvelles</description>\n${entries
    .map(
      ({ id, name, link, at, text }) =>
        `<item><guid isPermaLink="false">${id}</guid><title>${name}</title><link>${link}</link><pubDate>${at.toUTCString()}</pubDate><description>${text.slice(0, 150)}</description><content:encoded><![CDATA[<p>${text}</p><ul><li><a href="${link}">Lire</a></li></ul>]]></content:encoded></item>`,
    )
    .join('\n')}\n</channel></rss>\n`;

const calendarTime = (at: Date): string => at.toISOString().replace(/[-:]|\.\d+/g, '');

const calendar = (number: number, entries: readonly Entry[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Source ${number}//FR`,
    ...entries.flatMap(({ id, name, link, at, text }) => [
      'BEGIN:VEVENT',
      `UID:${id}@exemple.test`,
      `DTSTAMP:${calendarTime(new Date(stamp))}`,
      `DTSTART:${calendarTime(at)}`,
      `DTEND:${calendarTime(new Date(at.getTime() + 2 * 3_600_000))}`,
      `SUMMARY:${name}`,
      `URL:${link}`,
      `LOCATION:Maison des associations ${number % 97}\\, ${1 + (number % 40)} rue de la République`,
      `DESCRIPTION:${text.replaceAll(',', '\\,')}`,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
    '',
  ].join('\r\n');
