import type { Instant } from './time.js';

/** What time it is. Passed in wherever time matters, so that a test or a replay can say it. */
export abstract class Clock {
  abstract now(): Instant;
}
