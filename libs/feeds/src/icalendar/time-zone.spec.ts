import { askPython, itWith } from '../testing/python.js';
import { timeZoneLines } from './time-zone.js';

const zones = [
  'Europe/Paris',
  'Europe/Brussels',
  'America/Montreal',
  'Africa/Abidjan',
  'Europe/Istanbul',
  'Asia/Kathmandu',
];
const whole = (zone: string): string => timeZoneLines(zone, 2012, 2027).join('\n');

/** The offset in minutes at each noon UTC of 2012–2027, as our VTIMEZONE says it: the last change whose instant has come. */
const noons = (): number[] => {
  const first = Date.UTC(2012, 0, 1, 12);
  return Array.from(
    { length: (Date.UTC(2027, 11, 31, 12) - first) / 86_400_000 + 1 },
    (_, day) => first + day * 86_400_000,
  );
};
const minutes = (offset: string): number => {
  const [, sign, hours, rest] = /^([+-])(\d\d)(\d\d)$/.exec(offset) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(rest));
};
const changesIn = (text: string): { at: number; from: number; to: number }[] =>
  [...text.matchAll(/DTSTART:(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)\nTZOFFSETFROM:(\S+)\nTZOFFSETTO:(\S+)/g)].map(
    (found) => {
      const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(1, 7).map(Number);
      const from = minutes(found[7] ?? '');
      const at = Date.UTC(year, month - 1, day, hour, minute, second) - from * 60_000;
      return { at, from, to: minutes(found[8] ?? '') };
    },
  );

describe('the time zone of a calendar', () => {
  it('tells each change of Paris, on the clock that was in force until then', () => {
    expect(timeZoneLines('Europe/Paris', 2026, 2026)).toEqual([
      ...['BEGIN:VTIMEZONE', 'TZID:Europe/Paris'],
      ...['BEGIN:STANDARD', 'DTSTART:20260101T000000', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0100', 'END:STANDARD'],
      ...['BEGIN:DAYLIGHT', 'DTSTART:20260329T020000', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200', 'END:DAYLIGHT'],
      ...['BEGIN:STANDARD', 'DTSTART:20261025T030000', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100', 'END:STANDARD'],
      'END:VTIMEZONE',
    ]);
  });

  it('tells those of Montreal, west of Greenwich', () => {
    expect(timeZoneLines('America/Montreal', 2012, 2012).filter((line) => /DTSTART|TO:/.test(line))).toEqual([
      ...['DTSTART:20120101T000000', 'TZOFFSETTO:-0500'],
      ...['DTSTART:20120311T020000', 'TZOFFSETTO:-0400'],
      ...['DTSTART:20121104T020000', 'TZOFFSETTO:-0500'],
    ]);
  });

  it('is one observance where the clock never changes', () => {
    expect(changesIn(whole('Africa/Abidjan'))).toEqual([{ at: Date.UTC(2012, 0, 1), from: 0, to: 0 }]);
    expect(timeZoneLines('Africa/Abidjan', 2012, 2027)).toHaveLength(8);
  });

  it('says from where to where each change goes, without a gap', () => {
    for (const zone of zones) {
      const changes = changesIn(whole(zone));
      expect(changes.slice(1).map(({ from }) => from)).toEqual(changes.slice(0, -1).map(({ to }) => to));
      expect(changes.map(({ at }) => at)).toEqual(changes.map(({ at }) => at).sort((one, other) => one - other));
    }
  });

  itWith('icalendar').each(zones)(
    'agrees with the tz database on every day from 2012 to 2027 (needs python): %s',
    (zone) => {
      const program = `
import sys, json, zoneinfo
from datetime import datetime, timezone
zone, noons = json.load(sys.stdin)
at = lambda noon: datetime.fromtimestamp(noon / 1000, timezone.utc).astimezone(zoneinfo.ZoneInfo(zone))
print(json.dumps([int(at(noon).utcoffset().total_seconds() // 60) for noon in noons]))`;
      const changes = changesIn(whole(zone));
      const ours = noons().map((noon) => changes.findLast(({ at }) => at <= noon)?.to);
      expect(ours).toEqual(askPython(program, JSON.stringify([zone, noons()])));
    },
  );
});
