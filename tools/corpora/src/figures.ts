import { ssrf } from './addresses/ssrf.ts';
import { calendarTimes } from './calendars/calendar-times.ts';
import { icsEvents } from './calendars/ics-events.ts';
import { icsFuzz } from './calendars/ics-fuzz.ts';
import { icsOracle } from './calendars/ics-oracle.ts';
import { rruleLibical } from './calendars/rrule-libical.ts';
import { feedsFurther } from './feeds/feeds-further.ts';
import { feedparserCore } from './feeds/feedparser-core.ts';
import { read } from './feeds/read.ts';
import type { Figure } from './figure.ts';
import { hostile } from './hostile/hostile.ts';
import { bounces } from './mail/bounces.ts';
import { matching } from './matching/matching.ts';
import { renamesFigure } from './matching/renames.ts';
import { xss } from './scripts/xss.ts';

/** Every figure. A new one: its file in one of the folders, and one line here. */
export const figures: readonly Figure[] = [
  feedparserCore,
  feedsFurther,
  hostile,
  xss,
  ssrf,
  read,
  matching,
  renamesFigure,
  icsOracle,
  icsEvents,
  rruleLibical,
  calendarTimes,
  icsFuzz,
  bounces,
];
