import { whenOf } from './stated-time.js';

const paris = 'Europe/Paris';

describe('a stated time', () => {
  it('is an instant where it says its offset', () => {
    expect(whenOf({ starts: '2026-07-15T18:00:00+02:00', ends: '2026-07-15T17:00:00Z' }, paris)).toEqual({
      ...{ kind: 'timed', starts: '2026-07-15T16:00:00Z', ends: '2026-07-15T17:00:00Z', zone: paris },
    });
  });

  it('is read in its own zone where it says one', () => {
    expect(whenOf({ starts: '2026-07-15T18:00', zone: 'Europe/London' }, paris)).toEqual({
      ...{ kind: 'timed', starts: '2026-07-15T17:00:00Z', zone: 'Europe/London' },
    });
  });

  it.each([undefined, 'Nulle/Part', ''])('is read in the source’s zone, and marked, where its own is %j', (zone) => {
    expect(whenOf({ starts: '2026-07-15 18:00:00', zone }, paris)).toEqual({
      ...{ kind: 'timed', starts: '2026-07-15T16:00:00Z', zone: paris, zoneAssumed: true },
    });
  });

  it.each([
    '2026-07-15T18:00:00.000',
    '2026-07-15T18:00:00,5',
    '15 Jul 2026 18:00',
    'Wed, 15 Jul 2026 18:00:00',
    '20260715T1800',
    'mercredi 15 juillet 2026 à 18h00',
    'July 15, 2026 6:00 pm',
    '15.07.2026 18:00',
  ])('is never silently UTC: %s', (starts) => {
    expect(whenOf({ starts }, paris)).toEqual({
      ...{ kind: 'timed', starts: '2026-07-15T16:00:00Z', zone: paris, zoneAssumed: true },
    });
  });

  it.each(['15 Jul 2026', 'Wed, 15 July 2026', '20260715', 'July 15, 2026', '15.07.2026', '2026/07/15'])(
    'is a day where no clock time is said: %s',
    (starts) => {
      expect(whenOf({ starts }, paris)).toEqual({ kind: 'all-day', from: '2026-07-15', until: '2026-07-15' });
    },
  );

  it('is the next midnight where it says 24:00', () => {
    expect(whenOf({ starts: '2026-07-15T24:00', zone: paris }, paris)).toMatchObject({
      starts: '2026-07-15T22:00:00Z',
    });
  });

  it('moves forward in an hour that is skipped, and is the first of one that is repeated', () => {
    const starts = (local: string) => whenOf({ starts: local, zone: paris }, paris);
    expect(starts('2026-03-29T02:30')).toMatchObject({ starts: '2026-03-29T01:30:00Z' });
    expect(starts('2026-10-25T02:30')).toMatchObject({ starts: '2026-10-25T00:30:00Z' });
  });

  it('is whole days where it is days, the last included', () => {
    expect(whenOf({ starts: '2026-07-15', ends: '2026-07-17' }, paris)).toEqual({
      ...{ kind: 'all-day', from: '2026-07-15', until: '2026-07-17' },
    });
    expect(whenOf({ starts: '2026-07-15T10:00', allDay: true }, paris)).toEqual({
      ...{ kind: 'all-day', from: '2026-07-15', until: '2026-07-15' },
    });
  });

  it('has no end before its beginning', () => {
    expect(whenOf({ starts: '2026-07-15T18:00Z', ends: '2026-07-15T17:00Z' }, paris)).not.toHaveProperty('ends');
    expect(whenOf({ starts: '2026-07-15', ends: '2026-07-14' }, paris)).toMatchObject({ until: '2026-07-15' });
  });

  it('loses an end that is no time, and nothing else', () => {
    expect(whenOf({ starts: '2026-07-15T18:00Z', ends: 'tard' }, paris)).toEqual({
      ...{ kind: 'timed', starts: '2026-07-15T18:00:00Z', zone: paris },
    });
  });

  it.each([
    undefined,
    '',
    'jeudi',
    '2026-02-30',
    '2026-07-15T25:00',
    '2026-07-15T24:30',
    '2026-02-30T10:00',
    '2026-07',
    '2026',
  ])('is not %j', (starts) => {
    expect(whenOf({ starts }, paris)).toBeUndefined();
  });
});
