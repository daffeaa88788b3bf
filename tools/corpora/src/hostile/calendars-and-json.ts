import { filled, items, refused, titles, type HostileCase, type Outcome } from './hostile-case.ts';

const event = (...lines: readonly string[]): string =>
  ['BEGIN:VEVENT', 'UID:1', 'DTSTART:20261101T180000Z', 'SUMMARY:Un', ...lines, 'END:VEVENT'].join('\r\n');
const calendar = (...events: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR'].join('\r\n');
const jsonFeed = (list: string): string => `{"version":"https://jsonfeed.org/version/1.1","title":"a","items":${list}}`;
const least = (outcome: Outcome): boolean => 'document' in outcome && outcome.document.reports.length >= 1;
const readOrRefused = (outcome: Outcome): boolean => 'refusal' in outcome || items(0, 10_000)(outcome);

/** The same for the other formats. */
export const calendarsAndJson: readonly HostileCase[] = [
  {
    name: 'an occurrence each second, for ever',
    body: () => calendar(event('RRULE:FREQ=SECONDLY')),
    right: readOrRefused,
  },
  { name: 'a rule whose interval is 0', body: () => calendar(event('RRULE:FREQ=DAILY;INTERVAL=0')), right: least },
  {
    name: 'a rule that never comes true',
    body: () => calendar(event('RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30')),
    right: readOrRefused,
  },
  {
    name: 'a thousand million occurrences',
    body: () => calendar(event('RRULE:FREQ=DAILY;COUNT=1000000000')),
    right: least,
  },
  {
    name: 'a rule of ten megabytes',
    body: () => calendar(event(`RRULE:FREQ=DAILY;BYDAY=${filled('MO,')}`)),
    right: readOrRefused,
  },
  {
    name: 'a hundred thousand exceptions',
    body: () =>
      calendar(event('RRULE:FREQ=DAILY;COUNT=10', ...Array.from({ length: 100_000 }, () => 'EXDATE:20261102T180000Z'))),
    right: least,
  },
  { name: 'a line of ten megabytes', body: () => calendar(event(`DESCRIPTION:${filled('a')}`)), right: titles('Un') },
  {
    name: 'a line folded ten million times',
    body: () => calendar(event(`DESCRIPTION:${filled('a\r\n ')}`)),
    right: titles('Un'),
  },
  { name: 'components in one another', body: () => filled('BEGIN:VEVENT\r\n', 5_000_000), right: readOrRefused },
  {
    name: 'a hundred thousand events',
    body: () =>
      calendar(
        ...Array.from({ length: 100_000 }, (_, number) =>
          event().replace('UID:1', `UID:${number}`).replace('SUMMARY:Un\r\n', ''),
        ),
      ),
    right: readOrRefused,
  },
  { name: 'a calendar that is cut', body: () => calendar(event(), event()).slice(0, -30), right: least },
  { name: 'JSON in a million brackets', body: () => '['.repeat(1_000_000), right: refused(/./) },
  {
    name: 'JSON with a prototype',
    body: () => jsonFeed('[{"id":"1","title":"Un","__proto__":{"link":"javascript:1"}}]'),
    right: titles('Un'),
  },
  { name: 'JSON whose items are no list', body: () => jsonFeed('{"id":"1"}'), right: readOrRefused },
  {
    name: 'JSON whose items are no items',
    body: () => jsonFeed('[1,null,"a",[],{"id":"1","title":"Un"}]'),
    right: titles('Un'),
  },
  { name: 'JSON that is cut', body: () => jsonFeed('[{"id":"1"').slice(0, -3), right: refused(/JSON/) },
  {
    name: 'a hundred thousand items of JSON',
    body: () =>
      jsonFeed(`[${Array.from({ length: 100_000 }, (_, number) => `{"id":"${number}","title":"n"}`).join(',')}]`),
    right: items(5_000),
  },
  {
    name: 'JSON with a body of ten megabytes',
    body: () => jsonFeed(`[{"id":"1","title":"Un","content_html":"${filled('a<h')}"}]`),
    right: titles('Un'),
  },
];
