import { agenda, type AgendaRow, type ReadModels } from '@relais/read-models';
import {
  addDays,
  daysOf,
  localTime,
  placeInWords,
  type AssemblyId,
  type Instant,
  type LocalDate,
  type TimeZone,
  type When,
} from '@relais/vocabulary';
import { calendarText, escapedText, utc } from './content-lines.js';
import { timeZoneLines } from './time-zone.js';

/** What a calendar needs to know of a gathering. */
export type CalendarRow = Pick<
  AgendaRow,
  | 'gathering'
  | 'title'
  | 'when'
  | 'place'
  | 'summary'
  | 'cancelled'
  | 'withdrawn'
  | 'recognisedAt'
  | 'changedAt'
  | 'sequence'
>;

const compact = (text: string): string => text.replace(/[-:]/g, '');

const moment = (name: string, instant: Instant, zone: TimeZone): string => {
  const { date, time } = localTime(instant, zone);
  return zone === 'UTC' ? `${name}:${utc(instant)}` : `${name};TZID=${zone}:${compact(date)}T${compact(time)}00`;
};

/** DTEND is exclusive (RFC 5545, 3.6.1); where the end is not known there is none. */
const times = (when: When): string[] =>
  when.kind === 'all-day'
    ? [`DTSTART;VALUE=DATE:${compact(when.from)}`, `DTEND;VALUE=DATE:${compact(addDays(when.until, 1))}`]
    : [moment('DTSTART', when.starts, when.zone), ...(when.ends ? [moment('DTEND', when.ends, when.zone)] : [])];

const plain = (html: string): string =>
  html
    .replace(/<\/(p|div|li|h\d|tr)>|<br\s*\/?>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** What nobody announces any more may yet take place: it is neither confirmed nor cancelled. */
const statusOf = ({ cancelled, withdrawn }: CalendarRow): string => {
  if (cancelled) return 'CANCELLED';
  return withdrawn ? 'TENTATIVE' : 'CONFIRMED';
};

const eventLines = (row: CalendarRow & { when: When }, publicUrl: string): string[] => {
  const { gathering, title, when, place, summary, recognisedAt, changedAt, sequence } = row;
  const location = placeInWords(place);
  return [
    'BEGIN:VEVENT',
    `UID:${gathering}@${new URL(publicUrl).hostname}`,
    `DTSTAMP:${utc(changedAt)}`,
    `CREATED:${utc(recognisedAt)}`,
    `LAST-MODIFIED:${utc(changedAt)}`,
    `SEQUENCE:${sequence}`,
    ...times(when),
    `SUMMARY:${escapedText(title)}`,
    ...(location ? [`LOCATION:${escapedText(location)}`] : []),
    ...(place?.latitude !== undefined && place.longitude !== undefined
      ? [`GEO:${place.latitude};${place.longitude}`]
      : []),
    ...(summary ? [`DESCRIPTION:${escapedText(plain(summary))}`] : []),
    `URL:${publicUrl}/rencontres/${gathering}`,
    `STATUS:${statusOf(row)}`,
    'END:VEVENT',
  ];
};

/** A calendar of these gatherings; those without a date cannot stand in one and are left out. */
export const calendarOf = (name: string, rows: readonly CalendarRow[], publicUrl: string): string => {
  const dated = rows.flatMap((row) => (row.when ? [{ ...row, when: row.when }] : []));
  const years = dated
    .flatMap(({ when }) => [daysOf(when).from, daysOf(when).until])
    .map((day) => Number(day.slice(0, 4)));
  const zones = new Set(dated.flatMap(({ when }) => (when.kind === 'timed' && when.zone !== 'UTC' ? [when.zone] : [])));
  return calendarText([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Relais//Relais des communs//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapedText(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    ...[...zones].sort().flatMap((zone) => timeZoneLines(zone, Math.min(...years), Math.max(...years))),
    ...dated.flatMap((row) => eventLines(row, publicUrl)),
    'END:VCALENDAR',
  ]);
};

export type CalendarRequest = Readonly<{
  models: ReadModels;
  assembly?: AssemblyId;
  /** Gatherings whose last day is this one or later. */
  from: LocalDate;
  name: string;
  publicUrl: string;
}>;

/** The calendar of one assembly or of all, from a day on. */
export const agendaCalendar = ({ models, assembly, from, name, publicUrl }: CalendarRequest): string => {
  const rows = models.find(agenda, {
    from: { day: from },
    order: ['starts', 'ascending'],
    ...(assembly && { where: { assembly } }),
  });
  return calendarOf(
    name,
    rows.map(({ row }) => row),
    publicUrl,
  );
};

export const calendarMediaType = 'text/calendar; charset=utf-8';
