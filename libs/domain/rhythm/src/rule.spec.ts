import { ruleProblem } from './rule.js';

describe('a rule of days', () => {
  it.each([
    'FREQ=MONTHLY;BYDAY=-1TH',
    'FREQ=MONTHLY;BYDAY=TH;BYSETPOS=-1',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;WKST=SU',
    'FREQ=YEARLY;BYMONTH=3,9;BYDAY=+1SU,-1SU',
    'FREQ=DAILY;COUNT=1000',
    'FREQ=YEARLY;BYWEEKNO=20;BYDAY=WE',
  ])('can be followed: %s', (rule) => {
    expect(ruleProblem(rule)).toBeUndefined();
  });

  it.each([
    ['dernier jeudi', 'expected a rule (RFC 5545), such as FREQ=MONTHLY;BYDAY=-1TH'],
    ['', 'expected a rule (RFC 5545), such as FREQ=MONTHLY;BYDAY=-1TH'],
    ['FREQ=MONTHLY;', 'expected a rule (RFC 5545), such as FREQ=MONTHLY;BYDAY=-1TH'],
    [`FREQ=MONTHLY;BYMONTHDAY=${'1,'.repeat(200)}1`, 'expected a rule (RFC 5545), such as FREQ=MONTHLY;BYDAY=-1TH'],
    ['BYDAY=TH', 'expected a rule with FREQ, such as FREQ=MONTHLY;BYDAY=-1TH'],
    ['FREQ=SOMETIMES', 'expected FREQ=DAILY, WEEKLY, MONTHLY or YEARLY'],
    ['FREQ=HOURLY', 'expected a rule of days; hours stand in times'],
    ['FREQ=DAILY;BYHOUR=18', 'expected a rule of days; hours stand in times'],
    ['FREQ=DAILY;UNTIL=20271231', 'expected a rule without UNTIL; the last day stands in until'],
    ['FREQ=DAILY;COUNT=1000000', 'expected COUNT=a number from 1 to 1000'],
    ['FREQ=DAILY;INTERVAL=0', 'expected INTERVAL=a number from 1 to 1000'],
    ['FREQ=YEARLY;BYMONTH=13', 'expected BYMONTH=numbers from 1 to 12'],
    ['FREQ=MONTHLY;BYMONTHDAY=0', 'expected BYMONTHDAY=numbers from -31 to 31'],
    ['FREQ=MONTHLY;BYDAY=JE', 'expected BYDAY=weekdays such as TH or -1TH'],
    ['FREQ=WEEKLY;BYDAY=TH;BYDAY=FR', 'expected each part of the rule once'],
    ['FREQ=WEEKLY;BYDAY=-1TH', 'expected weekdays without a number, or FREQ=MONTHLY: WEEKLY knows no last Thursday'],
  ])('is told what is wrong with it: %s', (rule, problem) => {
    expect(ruleProblem(rule)).toBe(problem);
  });

  it.each(['DTSTART=20260101', 'toString=1', '__proto__=1'])('has no part of another name: %s', (part) => {
    expect(ruleProblem(`FREQ=DAILY;${part}`)).toMatch(/^expected a rule of the parts FREQ, INTERVAL, COUNT, BYDAY/);
  });
});
