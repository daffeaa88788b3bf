import type { AssemblyId } from '@relais/vocabulary';
import { afterQuiet, dueAfter, DueMoments, isPaused } from './due-moment.js';
import { defaultPreferences, type Preferences } from './preferences.js';

const paris = 'Europe/Paris';
const list = { zone: paris, digest: { day: 1, hour: 9 } };
const wish = (more: Partial<Preferences> = {}): Preferences => ({
  ...defaultPreferences({ city: 'lille' as AssemblyId, zone: paris, language: 'fr' }),
  ...more,
});
const due = (after: string, more: Partial<Preferences> = {}): string =>
  new Date(dueAfter(Date.parse(after), wish(more), list)).toISOString();
const daily = { rhythm: { every: 'day' }, hour: 8 } as const;

describe('a letter is due', () => {
  it('each month on the day and at the hour of its list, for whoever chose nothing', () => {
    expect(due('2026-11-25T10:00:00Z')).toBe('2026-12-01T08:00:00.000Z');
    expect(due('2026-12-01T07:59:59Z')).toBe('2026-12-01T08:00:00.000Z');
    expect(due('2026-12-01T08:00:00Z')).toBe('2027-01-01T08:00:00.000Z');
  });

  it('each month at one’s own hour, in one’s own zone', () => {
    expect(due('2026-11-25T10:00:00Z', { hour: 18, zone: 'America/Montreal' })).toBe('2026-12-01T23:00:00.000Z');
  });

  it('each week on its day', () => {
    const on = (day: 1 | 4 | 7) => ({ rhythm: { every: 'week', on: day }, hour: 8 }) as const;
    // A Wednesday.
    expect(due('2026-11-25T10:00:00Z', on(4))).toBe('2026-11-26T07:00:00.000Z');
    expect(due('2026-11-25T10:00:00Z', on(1))).toBe('2026-11-30T07:00:00.000Z');
    expect(due('2026-11-29T06:59:00Z', on(7))).toBe('2026-11-29T07:00:00.000Z');
    expect(due('2026-11-29T07:00:00Z', on(7))).toBe('2026-12-06T07:00:00.000Z');
  });

  it('each day, at the same time of day also when clocks change', () => {
    expect(due('2026-11-25T06:59:00Z', daily)).toBe('2026-11-25T07:00:00.000Z');
    expect(due('2026-11-25T07:00:00Z', daily)).toBe('2026-11-26T07:00:00.000Z');
    expect(due('2026-10-24T06:00:00Z', daily)).toBe('2026-10-25T07:00:00.000Z');
    expect(due('2027-03-27T07:00:00Z', daily)).toBe('2027-03-28T06:00:00.000Z');
  });

  it('an hour later on the day that has no such hour, and once on the day that has it twice', () => {
    const early = { rhythm: { every: 'day' }, hour: 2, quiet: { from: 0, until: 0 } } as const;
    expect(due('2027-03-27T02:00:00Z', early)).toBe('2027-03-28T01:00:00.000Z');
    expect(due('2026-10-24T00:00:00Z', early)).toBe('2026-10-25T00:00:00.000Z');
    expect(due('2026-10-25T00:00:00Z', early)).toBe('2026-10-26T01:00:00.000Z');
  });

  it('at the next full hour, for whoever wants it as it happens', () => {
    expect(due('2026-11-25T10:00:00Z', { rhythm: { every: 'event' } })).toBe('2026-11-25T11:00:00.000Z');
    expect(due('2026-11-25T10:59:59Z', { rhythm: { every: 'event' } })).toBe('2026-11-25T11:00:00.000Z');
  });

  it('at the end of the quiet hours rather than in them, over midnight', () => {
    expect(due('2026-11-25T19:30:00Z', { rhythm: { every: 'event' } })).toBe('2026-11-26T06:00:00.000Z');
    expect(due('2026-11-25T22:30:00Z', { ...daily, hour: 22 })).toBe('2026-11-26T06:00:00.000Z');
    expect(due('2026-11-26T06:00:00Z', { ...daily, hour: 22 })).toBe('2026-11-27T06:00:00.000Z');
    expect(due('2026-11-25T10:00:00Z', { ...daily, hour: 13, quiet: { from: 12, until: 14 } })).toBe(
      '2026-11-25T13:00:00.000Z',
    );
  });

  it('never while letters are paused, and not for the moments that passed meanwhile', () => {
    expect(due('2026-11-25T10:00:00Z', { ...daily, pausedUntil: '2026-12-24' })).toBe('2026-12-24T07:00:00.000Z');
    expect(due('2026-11-25T10:00:00Z', { pausedUntil: '2026-12-24' })).toBe('2027-01-01T08:00:00.000Z');
    expect(due('2026-11-25T10:00:00Z', { ...daily, pausedUntil: '2026-11-01' })).toBe('2026-11-26T07:00:00.000Z');
    expect(isPaused(Date.parse('2026-12-23T22:59:00Z'), wish({ pausedUntil: '2026-12-24' }))).toBe(true);
    expect(isPaused(Date.parse('2026-12-23T23:00:00Z'), wish({ pausedUntil: '2026-12-24' }))).toBe(false);
  });
});

describe('a moment', () => {
  const after = (at: string, quiet: Preferences['quiet']): string =>
    new Date(afterQuiet(Date.parse(at), wish({ quiet }))).toISOString();

  it('within quiet hours is moved to their end, from their first minute on', () => {
    expect(after('2026-11-25T19:59:00Z', { from: 21, until: 7 })).toBe('2026-11-25T19:59:00.000Z');
    expect(after('2026-11-25T20:00:00Z', { from: 21, until: 7 })).toBe('2026-11-26T06:00:00.000Z');
    expect(after('2026-11-26T05:59:00Z', { from: 21, until: 7 })).toBe('2026-11-26T06:00:00.000Z');
    expect(after('2026-11-26T06:00:00Z', { from: 21, until: 7 })).toBe('2026-11-26T06:00:00.000Z');
  });
});

describe('due moments that are remembered', () => {
  it('are those that would be computed', () => {
    const moments = new DueMoments();
    const begin = Date.parse('2026-10-20T00:00:00Z');
    const wishes = [
      wish(),
      wish(daily),
      wish({ rhythm: { every: 'week', on: 3 } }),
      wish({ rhythm: { every: 'event' } }),
    ];
    for (const preferences of wishes)
      for (const step of [7, 3, 11, 0, 5])
        for (let hours = 0; hours < 24 * 40; hours += 13 + step) {
          const moment = begin + hours * 3_600_000;
          expect(moments.after(moment, preferences, list)).toBe(dueAfter(moment, preferences, list));
        }
  });
});
