import type { Settings } from '@relais/configuration';
import { Clock, type Instant } from '@relais/vocabulary';

export class SystemClock extends Clock {
  now(): Instant {
    return new Date().toISOString();
  }
}

/** The clock that an installation goes by. */
export const clockOf = ({ now }: Pick<Settings, 'now'>): Clock =>
  now === undefined ? new SystemClock() : new FixedClock(now);

/** Always the same moment: for tests, and for a demonstration of a day. */
export class FixedClock extends Clock {
  constructor(private readonly instant: Instant) {
    super();
  }
  now(): Instant {
    return this.instant;
  }
}
