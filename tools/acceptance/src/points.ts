import type { Point } from './point.ts';
import { again } from './points/again.ts';
import { badInput } from './points/bad-input.ts';
import { calendars } from './points/calendars.ts';
import { feeds } from './points/feeds.ts';
import { fresh } from './points/fresh.ts';
import { kills } from './points/kills.ts';
import { letters } from './points/letters.ts';
import { pages } from './points/pages.ts';
import { redis } from './points/redis.ts';
import { replay } from './points/replay.ts';
import { smtp } from './points/smtp.ts';
import { start } from './points/start.ts';

/** Every point of the acceptance, in the order in which they are shown. A new one: its file, and one line here. */
export const points: readonly Point[] = [
  start,
  fresh,
  pages,
  calendars,
  feeds,
  again,
  kills,
  letters,
  replay,
  redis,
  smtp,
  badInput,
];
