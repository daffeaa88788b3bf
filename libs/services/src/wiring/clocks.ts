import { Clock, type Instant } from '@relais/vocabulary';

export class SystemClock extends Clock {
  now(): Instant {
    return new Date().toISOString();
  }
}

/** Always the same moment: for tests, and for a demonstration of a day. */
export class FixedClock extends Clock {
  constructor(private readonly instant: Instant) {
    super();
  }
  now(): Instant {
    return this.instant;
  }
}
