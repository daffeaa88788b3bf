import { addDays, localTime, type RhythmId } from '@relais/vocabulary';
import type { Plan } from './events.js';
import { occurrencesOf, plannedDays, type Occurrence } from './occurrences.js';

const rhythm = 'lille-assemblees' as RhythmId;
const lastThursdays: Plan = {
  ...{ title: 'Assemblée des communs de Lille', rule: 'FREQ=MONTHLY;BYDAY=-1TH', from: '2026-01-01' },
  ...{ times: ['12:00', '18:00'], zone: 'Europe/Paris' },
};
const year = { from: '2026-01-01', until: '2026-12-31' };
const following = (rule: string, more: Partial<Plan> = {}): Plan => ({ ...lastThursdays, rule, ...more });
const expected = (plan: Plan, span = year, skipped: readonly string[] = []): Occurrence[] =>
  occurrencesOf(rhythm, plan, span, skipped);
const clockOf = ({ date, starts, zone }: Occurrence): string => {
  const local = localTime(starts, zone);
  return `${date} ${local.date === date ? local.time : local.date}`;
};

describe('what a rhythm expects', () => {
  it('is each last Thursday, noon and 18:00 in turn', () => {
    expect(expected(lastThursdays).slice(0, 4)).toEqual([
      { rhythm, date: '2026-01-29', starts: '2026-01-29T11:00:00Z', zone: 'Europe/Paris', number: 1 },
      { rhythm, date: '2026-02-26', starts: '2026-02-26T17:00:00Z', zone: 'Europe/Paris', number: 2 },
      { rhythm, date: '2026-03-26', starts: '2026-03-26T11:00:00Z', zone: 'Europe/Paris', number: 3 },
      { rhythm, date: '2026-04-30', starts: '2026-04-30T16:00:00Z', zone: 'Europe/Paris', number: 4 },
    ]);
    expect(expected(lastThursdays)).toHaveLength(12);
  });

  it('is at noon by the clock of its zone, in summer and in winter', () => {
    const noons = expected({ ...lastThursdays, times: ['12:00'] });
    expect(new Set(noons.map((one) => clockOf(one).slice(11)))).toEqual(new Set(['12:00']));
    expect(new Set(noons.map(({ starts }) => starts.slice(11)))).toEqual(new Set(['10:00:00Z', '11:00:00Z']));
  });

  it('moves forward where the clocks skip its hour, and is the first where they repeat it', () => {
    const nights = following('FREQ=DAILY', { times: ['02:30'] });
    const on = (date: string) => expected(nights, { from: date, until: date }).map(({ starts }) => starts);
    expect(on('2026-03-29')).toEqual(['2026-03-29T01:30:00Z']);
    expect(on('2026-10-25')).toEqual(['2026-10-25T00:30:00Z']);
  });

  it('is on the day of its zone, wherever UTC is', () => {
    const apia = following('FREQ=WEEKLY;BYDAY=TH', { zone: 'Pacific/Apia', times: ['08:00'] });
    expect(expected(apia)[0]).toMatchObject({ date: '2026-01-01', starts: '2025-12-31T19:00:00Z' });
  });

  it('lasts as long as the plan says, over a change of the clocks too', () => {
    const night = following('FREQ=DAILY', { times: ['23:30'], minutes: 240 });
    const [one] = expected(night, { from: '2026-03-28', until: '2026-03-28' });
    expect(one).toMatchObject({ starts: '2026-03-28T22:30:00Z', ends: '2026-03-29T02:30:00Z' });
  });

  it('leaves out what is skipped, and counts it in the turn', () => {
    const all = expected(lastThursdays).map(clockOf);
    const left = expected(lastThursdays, year, ['2026-02-26', '2026-02-27']).map(clockOf);
    expect(left).toEqual(all.filter((one) => !one.startsWith('2026-02-26')));
  });

  it('counts from its first day, wherever one begins to look', () => {
    const span = { from: '2026-11-01', until: '2027-02-28' };
    expect(expected(lastThursdays, span).map((one) => `${one.number} ${clockOf(one)}`)).toEqual([
      '11 2026-11-26 12:00',
      '12 2026-12-31 18:00',
      '13 2027-01-28 12:00',
      '14 2027-02-25 18:00',
    ]);
  });

  it('is nothing before the plan begins and after it ends', () => {
    const short = { ...lastThursdays, from: '2026-02-26', until: '2026-04-30' };
    expect(expected(short).map(({ date }) => date)).toEqual(['2026-02-26', '2026-03-26', '2026-04-30']);
    expect(expected(lastThursdays, { from: '2025-01-01', until: '2025-12-31' })).toEqual([]);
  });

  it('is as often as its rule counts', () => {
    expect(expected(following('FREQ=WEEKLY;BYDAY=TH;COUNT=3')).map(({ date }) => date)).toEqual([
      '2026-01-01',
      '2026-01-08',
      '2026-01-15',
    ]);
    expect(
      expected(following('FREQ=WEEKLY;BYDAY=TH;COUNT=3'), { from: '2026-01-10', until: '2030-01-01' }),
    ).toHaveLength(1);
    expect([...plannedDays(following('FREQ=DAILY;COUNT=1000000'))]).toHaveLength(1_000);
  });

  it('is worked out for three years ahead at most, and for a thousand at most', () => {
    const far = { from: '2026-01-01', until: '9999-12-31' };
    expect(expected(following('FREQ=DAILY'), far)).toHaveLength(1_000);
    expect(expected(lastThursdays, far).at(-1)?.date).toBe('2028-12-28');
  });

  it.each([
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31',
    'FREQ=MONTHLY;BYDAY=6TH',
    'FREQ=WEEKLY;BYMONTH=1;BYYEARDAY=300',
  ])('is nothing, at once, where the rule never comes to pass: %s', (rule) => {
    expect([...plannedDays(following(rule))]).toEqual([]);
  });

  it('is followed no further after twelve years without a day', () => {
    expect([...plannedDays(following('FREQ=YEARLY;INTERVAL=11'))]).toHaveLength(10);
    expect([...plannedDays(following('FREQ=YEARLY;INTERVAL=20'))]).toEqual(['2026-01-01']);
  });

  it('comes to an end however long it is taken', () => {
    const days = [...plannedDays(following('FREQ=MONTHLY;BYDAY=-1TH'))];
    expect(days).toHaveLength(1_200);
    expect(days.at(-1)).toBe('2125-12-27');
  });

  it.each([
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', ['2028-02-29', '2032-02-29']],
    ['FREQ=YEARLY;INTERVAL=7', ['2026-01-01', '2033-01-01']],
    ['FREQ=MONTHLY;INTERVAL=5;BYDAY=TU;BYSETPOS=-2', ['2026-01-20', '2026-06-23', '2026-11-17', '2027-04-20']],
    ['FREQ=WEEKLY;INTERVAL=3;BYDAY=FR', ['2026-01-02', '2026-01-23', '2026-02-13', '2026-03-06']],
  ])('follows %s over the ends of its years', (rule, dates) => {
    const found: string[] = [];
    for (const day of plannedDays(following(rule))) if (found.push(day) === dates.length) break;
    expect(found).toEqual(dates);
  });

  it('steps over no day and names none twice, a year at a time', () => {
    const days = [...plannedDays(following('FREQ=DAILY', { until: '2035-12-31' }))];
    expect(days).toEqual(days.map((_, index) => addDays('2026-01-01', index)));
    expect(days.at(-1)).toBe('2035-12-31');
  });
});
