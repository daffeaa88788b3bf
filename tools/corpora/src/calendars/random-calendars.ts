import { Temporal } from 'temporal-polyfill';
import { Chance } from '../matching/chance.ts';
import { randomRule } from './random-rules.ts';

const [hour, day] = [3_600_000, 86_400_000];

/** On both sides of the equator, of the date line and of midnight; half an hour off; without summer time. */
const zones = ['Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'Pacific/Auckland'].concat([
  ...['America/Santiago', 'Africa/Cairo', 'Europe/London', 'Pacific/Apia', 'America/St_Johns', 'Asia/Beirut'],
]);

/** In or beside the hours at which clocks change, and others. */
const hours = [0, 1, 2, 2, 3, 9, 18, 19, 23];

/** How a time is written: in a zone, as an instant (without one), or as a day. */
type Form = Readonly<{ zone?: string; allDay: boolean }>;

const digits = (wall: number): string => new Date(wall).toISOString().replace(/[-:]|\.000Z/g, '');

const instantOf = (wall: number, zone: string | undefined): number =>
  zone === undefined
    ? wall
    : Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO('UTC').toPlainDateTime().toZonedDateTime(zone)
        .epochMilliseconds;

const wallIn = (instant: number, zone: string | undefined): number =>
  instant +
  (zone === undefined
    ? 0
    : Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6);

/** Times that are kept in one form, written in another: the same moments. */
const property = (name: string, walls: readonly number[], { zone, allDay }: Form, as: Form, more = ''): string => {
  const written = walls.map((wall) => {
    if (allDay) return digits(wall).slice(0, 8);
    const own = as.zone === zone ? wall : wallIn(instantOf(wall, zone), as.zone);
    return digits(own) + (as.zone === undefined ? 'Z' : '');
  });
  const parameter = allDay ? ';VALUE=DATE' : as.zone === undefined ? '' : `;TZID=${as.zone}`;
  return `${name}${more}${parameter}:${written.join(',')}`;
};

/** The lines of one series with its exceptions. */
const eventLines = (chance: Chance, uid: string): string[] => {
  const kind = chance.whole(0, 9);
  const allDay = kind === 1 || kind === 2;
  const form: Form = kind < 3 ? { allDay } : { zone: chance.among(zones), allDay };
  // Exceptions are written as the series is, as instants, or in yet another zone.
  const other = (): Form =>
    allDay ? form : chance.among([form, form, { allDay }, { zone: chance.among(zones), allDay }]);
  const date = Date.UTC(2024, 0, 1) + chance.whole(0, 700) * day;
  const start = allDay ? date : date + chance.among(hours) * hour + chance.among([0, 0, 30, 59]) * 60_000;
  const { rule, step } = randomRule(chance, new Date(start), allDay);
  const at = (): number => start + Math.round(chance.whole(0, 30) * step);
  const until = at() + day;
  const ends = [
    '',
    `;COUNT=${chance.whole(1, 60)}`,
    `;UNTIL=${allDay ? digits(until).slice(0, 8) : `${digits(instantOf(until, form.zone))}Z`}`,
  ];
  const many = (most: number): number[] => Array.from({ length: chance.whole(1, most) }, at);
  const more = (share: number, lines: () => string[]): string[] => (chance.draw() < share ? lines() : []);
  const beside = (): number[] => many(3).map((one) => one + chance.among([0, allDay ? day : 1.5 * hour]));
  const overrides = [...new Set(chance.draw() < 0.5 ? many(3) : [])].flatMap((instead, index) => {
    const range = index === 0 && chance.draw() < 0.4 ? ';RANGE=THISANDFUTURE' : '';
    const moved = instead + chance.among([0, -3, 1, 26, 72]) * (allDay ? day : hour);
    const id = property('RECURRENCE-ID', [instead], form, other(), range);
    return ['BEGIN:VEVENT', `UID:${uid}`, id, property('DTSTART', [moved], form, other()), 'END:VEVENT'];
  });
  return [
    ...['BEGIN:VEVENT', `UID:${uid}`, property('DTSTART', [start], form, form), `RRULE:${rule}${chance.among(ends)}`],
    ...more(0.5, () => [property('EXDATE', many(4), form, other())]),
    ...more(0.3, () => [property('RDATE', beside(), form, other())]),
    'END:VEVENT',
    ...overrides,
  ];
};

/** Valid calendars of a few series each, the same for the same seed. */
export const randomCalendars = (seed: number, count: number): string[] => {
  const chance = new Chance(seed);
  return Array.from({ length: count }, () => {
    const series = Array.from({ length: chance.whole(1, 3) }, (_none, index) => eventLines(chance, `event-${index}`));
    const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Relais//fuzz//EN', ...series.flat(), 'END:VCALENDAR'];
    return [...lines, ''].join('\r\n');
  });
};
