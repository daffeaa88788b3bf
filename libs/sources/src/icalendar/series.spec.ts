import { source, type SourceEvent } from '@relais/source';
import type { AssemblyId, SourceId } from '@relais/vocabulary';
import { readDocument } from '../index.js';
import { fetched } from '../testing/fetched.js';
import type { ReadDocument } from '../source-format.js';

const calendar = (...lines: string[]): string =>
  ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');

const read = async (body: string, fetchedAt = '2026-11-10T12:00:00Z'): Promise<ReadDocument> =>
  (await readDocument(fetched(body, { fetchedAt }))).document;

const starts = async (body: string, fetchedAt?: string): Promise<string[]> =>
  (await read(body, fetchedAt)).reports.map(({ item }) => item.slice(2));

describe('a series that began long ago', () => {
  const daily = ['DTSTART:19850131T180000Z', 'RRULE:FREQ=DAILY'];

  it('is read from about last month to the horizon, and as far back as there is room', async () => {
    const days = await starts(calendar(...daily));
    expect(days).toHaveLength(700);
    expect(days[0]).toBe('2026-07-02T18:00:00Z');
    expect(days.at(-1)).toBe('2028-05-31T18:00:00Z');
  });

  it('is the same all month', async () => {
    const [first, last] = ['2026-11-01T00:00:00Z', '2026-11-30T23:59:59Z'];
    const mondays = ['DTSTART:19850131T180000Z', 'RRULE:FREQ=DAILY;BYDAY=MO'];
    for (const lines of [daily, mondays])
      expect(await starts(calendar(...lines), first)).toEqual(await starts(calendar(...lines), last));
  });

  it('begins nowhere but where it is read from', async () => {
    const januaries = await starts(calendar('DTSTART:19850131T180000Z', 'RRULE:FREQ=DAILY;BYMONTH=1'));
    expect([...new Set(januaries.map((day) => day.slice(0, 7)))]).toEqual(['2025-01', '2026-01', '2027-01', '2028-01']);
  });

  it.each([
    ['every third day', 'DTSTART:19850131T180000Z', 'RRULE:FREQ=DAILY;INTERVAL=3', '2026-11-10T18:00:00Z'],
    ['every other week', 'DTSTART:19850131T180000Z', 'RRULE:FREQ=WEEKLY;INTERVAL=2', '2026-11-12T18:00:00Z'],
    ['the 31st of the months that have one', 'DTSTART:19850131T180000Z', 'RRULE:FREQ=MONTHLY', '2026-12-31T18:00:00Z'],
    ['the last Thursday', 'DTSTART:19850131T180000Z', 'RRULE:FREQ=MONTHLY;BYDAY=-1TH', '2026-11-26T18:00:00Z'],
    ['leap days', 'DTSTART:18840229T180000Z', 'RRULE:FREQ=YEARLY', '2028-02-29T18:00:00Z'],
    ['53rd weeks', 'DTSTART:19810101T180000Z', 'RRULE:FREQ=YEARLY;BYWEEKNO=53;BYDAY=TH', '2026-12-31T18:00:00Z'],
  ])('keeps its step: %s', async (_what, start, rule, next) => {
    const days = await starts(calendar(start, rule));
    expect(days.find((day) => day > '2026-11-10')).toBe(next);
  });

  it('counts from its beginning', async () => {
    // The 10th of November 2026 is 15,258 days after the 31st of January 1985.
    expect((await starts(calendar('DTSTART:19850131T180000Z', 'RRULE:FREQ=DAILY;COUNT=15260'))).at(-1)).toBe(
      '2026-11-11T18:00:00Z',
    );
  });

  it('is read though it is over: what was last of it', async () => {
    const until = await starts(calendar('DTSTART:19850131T180000Z', 'RRULE:FREQ=DAILY;UNTIL=20100101'));
    const counted = await starts(calendar('DTSTART:19850131T180000Z', 'RRULE:FREQ=DAILY;COUNT=9102'));
    expect(until.at(-1)).toBe('2010-01-01T18:00:00Z');
    expect(until).toHaveLength(700);
    expect(counted).toEqual(until);
  });

  it('is read from yesterday on where it takes place more often than can be read', async () => {
    const hours = await starts(calendar('DTSTART:19850131T000000Z', 'RRULE:FREQ=HOURLY'));
    expect(hours).toHaveLength(700);
    expect(hours[0]).toBe('2026-11-09T00:00:00Z');
  });

  it('is not followed every minute without end, and is told of', async () => {
    const { reports, errors } = await read(calendar('DTSTART:19850131T000000Z', 'RRULE:FREQ=MINUTELY'));
    expect(reports).toHaveLength(1);
    expect(errors.map(({ what }) => what)).toEqual(['RRULE of every second or minute without end: «FREQ=MINUTELY»']);
  });
});

describe('a calendar that is collected day after day', () => {
  const of = { source: 's' as SourceId, assembly: 'a' as AssemblyId };
  const days = (count: number): string[] =>
    Array.from({ length: count }, (_none, day) => new Date(Date.UTC(2026, 10, 10 + day, 12)).toISOString());

  /** What is recorded on each of those days: the types, and of new items their names. */
  const collected = async (body: string, count: number): Promise<{ day: string; type: string; item: string }[]> => {
    let state = source.initial;
    const recorded: { day: string; type: string; item: string }[] = [];
    for (const day of days(count)) {
      const { reports, withdrawn } = await read(body, day);
      const items = reports.map(({ item, fields }) => ({ item, fields, hash: JSON.stringify(fields) }));
      const decision = source.decide({ ...of, type: 'report', items, ...(withdrawn && { withdrawn }) }, state);
      const events: readonly SourceEvent[] = 'accepted' in decision ? decision.accepted : [];
      for (const event of events) {
        state = source.evolve(state, event);
        const item = 'item' in event.data ? event.data.item : '';
        if (day !== days(1)[0]) recorded.push({ day: day.slice(0, 10), type: event.type, item });
      }
    }
    return recorded;
  };

  it.each([
    ['weekly', 'RRULE:FREQ=WEEKLY'],
    ['daily', 'RRULE:FREQ=DAILY'],
    ['on two days a month', 'RRULE:FREQ=MONTHLY;BYMONTHDAY=1,-1'],
  ])('shows new occurrences only when a month begins, and changes none: %s', async (_what, rule) => {
    const recorded = await collected(calendar('DTSTART:20000131T180000Z', rule), 60);
    expect([...new Set(recorded.map(({ type }) => type))]).toEqual(['source.item-published']);
    expect([...new Set(recorded.map(({ day }) => day))]).toEqual(['2026-12-01', '2027-01-01']);
    expect(recorded.every(({ item }) => item.slice(2) > '2028-06')).toBe(true);
  });

  it('records nothing for a series that ends', async () => {
    const ends = ['COUNT=40', 'UNTIL=20270101'].map((end) => `RRULE:FREQ=WEEKLY;${end}`);
    for (const rule of ends)
      expect(await collected(calendar('DTSTART:20260601T180000Z', rule, 'EXDATE:20260608T180000Z'), 40)).toEqual([]);
  });

  it('shows what is to come until it has taken place, however often that is', async () => {
    const hourly = calendar('DTSTART:20260101T000000Z', 'RRULE:FREQ=HOURLY;UNTIL=20261220T000000Z');
    let coming: string[] = [];
    for (const day of days(45)) {
      const shown = await starts(hourly, day);
      expect(coming.filter((start) => start >= day && !shown.includes(start))).toEqual([]);
      coming = shown;
    }
  });
});
