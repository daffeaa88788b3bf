import { Inject, Injectable } from '@nestjs/common';
import { Clock, type Instant } from '@relais/vocabulary';

/** What is older is nobody's news: a list that is named for the first time has the last issue at most. */
const fresh = 7 * 24 * 60 * 60_000;

/** Whether an issue may still go to a list that has not had it. */
@Injectable()
export class Freshness {
  constructor(@Inject(Clock) private readonly clock: Clock) {}

  /** `until` is the moment up to which it tells. */
  has(until: Instant): boolean {
    return Date.parse(this.clock.now()) - Date.parse(until) < fresh;
  }
}
