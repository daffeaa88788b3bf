import { readDocument } from '@relais/sources';
import type { When } from '@relais/vocabulary';
import type { Figure } from '../figure.ts';
import { timeCases, type TimeCase } from './time-cases.ts';

const inWords = (when: When | undefined): string => {
  if (when === undefined) return 'undated';
  if (when.kind === 'all-day') return `${when.from} to ${when.until}`;
  const minute = (instant: string): string => instant.replace(/:00Z$/, 'Z');
  return [
    minute(when.starts),
    ...(when.ends ? ['to', minute(when.ends)] : []),
    ...(when.zoneAssumed ? ['assumed'] : []),
  ].join(' ');
};

const timesOf = async ({ lines, calendar = [] }: TimeCase): Promise<string[]> => {
  const event = ['BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT'];
  const body = Buffer.from(['BEGIN:VCALENDAR', ...calendar, ...event, 'END:VCALENDAR', ''].join('\r\n'));
  const fetched = { url: 'https://example.test/calendar', mediaType: 'text/calendar', body, zone: 'Europe/Paris' };
  const { document } = await readDocument({ ...fetched, fetchedAt: '2026-11-01T12:00:00Z' });
  return document.reports.map(({ fields: { when } }) => inWords(when));
};

const assumed = (times: readonly string[]): boolean => times.some((time) => time.endsWith('assumed'));

export const calendarTimes: Figure = {
  name: 'calendar-times',
  needs: [],
  async measure(tell) {
    let right = 0;
    let silently = 0;
    for (const one of timeCases) {
      const times = await timesOf(one);
      if (times.join() === one.times.join()) right++;
      else tell(`${one.what}: ${times.join()} instead of ${one.times.join()}`);
      if (assumed(one.times) && !assumed(times)) silently++;
    }
    const ratio = Number((right / timeCases.length).toFixed(4));
    const conditions = { 'guessed without saying so': silently, 'zone of the source': 'Europe/Paris' };
    const figure = { name: 'calendar-times', figure: right, unit: `cases of ${timeCases.length}` };
    return [{ ...figure, ceiling: timeCases.length, peer: null, ratio, conditions }];
  },
};
