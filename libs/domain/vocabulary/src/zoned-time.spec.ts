import type { When } from './time.js';
import { addDays, daysOf, instantOf, isTimeZone, localTime } from './zoned-time.js';

const paris = 'Europe/Paris';

describe('a wall-clock time in a zone', () => {
  it('is an instant, in summer and in winter', () => {
    expect(instantOf('2016-07-21T12:00', paris)).toBe('2016-07-21T10:00:00Z');
    expect(instantOf('2016-12-12T12:00', paris)).toBe('2016-12-12T11:00:00Z');
    expect(instantOf('2016-12-12T12:00:30', 'America/Montreal')).toBe('2016-12-12T17:00:30Z');
  });

  it('moves forward where the clocks skip it', () => {
    expect(instantOf('2026-03-29T02:30', paris)).toBe('2026-03-29T01:30:00Z');
    expect(localTime('2026-03-29T01:30:00Z', paris)).toEqual({ date: '2026-03-29', time: '03:30' });
  });

  it('is the first of two where the clocks repeat it', () => {
    expect(instantOf('2026-10-25T02:30', paris)).toBe('2026-10-25T00:30:00Z');
    expect(localTime('2026-10-25T00:30:00Z', paris).time).toBe('02:30');
    expect(localTime('2026-10-25T01:30:00Z', paris).time).toBe('02:30');
  });

  it('is refused when there is no such time or no such zone', () => {
    expect(() => instantOf('2026-02-30T12:00', paris)).toThrow(RangeError);
    expect(() => instantOf('demain', paris)).toThrow(RangeError);
    expect(() => instantOf('2026-02-20T12:00', 'Europe/Lille')).toThrow(RangeError);
  });
});

describe('the local time of an instant', () => {
  it('is of another day across midnight', () => {
    expect(localTime('2026-06-30T22:30:00Z', paris)).toEqual({ date: '2026-07-01', time: '00:30' });
    expect(localTime('2026-07-01T02:00:00Z', 'America/Montreal')).toEqual({ date: '2026-06-30', time: '22:00' });
  });

  it('leaves out seconds and what is finer', () => {
    expect(localTime('2026-06-30T10:59:59.999Z', paris).time).toBe('12:59');
  });
});

describe('the days of a gathering', () => {
  const timed = (starts: string, ends?: string): When => ({
    ...{ kind: 'timed', starts, zone: paris },
    ...(ends && { ends }),
  });

  it('are those of the place, not of UTC', () => {
    expect(daysOf(timed('2026-06-30T22:30:00Z'))).toEqual({ from: '2026-07-01', until: '2026-07-01' });
    expect(daysOf(timed('2026-06-30T20:00:00Z', '2026-06-30T23:00:00Z'))).toEqual({
      from: '2026-06-30',
      until: '2026-07-01',
    });
  });

  it('are said by one that takes whole days', () => {
    expect(daysOf({ kind: 'all-day', from: '2017-03-21', until: '2017-03-23' })).toEqual({
      from: '2017-03-21',
      until: '2017-03-23',
    });
  });
});

describe('a day', () => {
  it('is followed by the next, over months, leap years and changes of the clock', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(addDays('2026-03-01', 0)).toBe('2026-03-01');
  });
});

describe('a time zone', () => {
  it('is one that the runtime knows', () => {
    expect([paris, 'UTC', 'America/Montreal'].map(isTimeZone)).toEqual([true, true, true]);
    expect(['Europe/Lille', '', 'Paris, France'].map(isTimeZone)).toEqual([false, false, false]);
  });
});
