import { addDays, type Instant, type When } from '@relais/vocabulary';

const over = (when: When): number =>
  when.kind === 'all-day' ? Date.parse(`${addDays(when.until, 1)}T00:00:00Z`) : Date.parse(when.ends ?? when.starts);

/**
 * Whether a gathering that nobody announces any more was given up: so it is if the last announcement went before it was
 * over. One that had taken place by then stays in the history, whatever its sources tidy away later.
 */
export const isGivenUp = (when: When | undefined, announcements: number, detachedAt: Instant): boolean =>
  announcements === 0 && (when === undefined || Date.parse(detachedAt) < over(when));
