import type { Instant } from '@relais/vocabulary';

/** How long to wait after so many failures in a row, in milliseconds: 1 s, 2 s, 4 s … up to 5 min. */
export const pauseAfter = (failures: number): number => Math.min(1_000 * 2 ** (failures - 1), 300_000);

/** How long to wait for an instant, in milliseconds; 0 when it has passed. Throws for what is none: it would be due at once. */
export const waitUntil = (at: Instant): number => {
  const due = Date.parse(at);
  if (Number.isNaN(due)) throw new RangeError(`«${at}» is no instant that an alarm could ring at`);
  return Math.max(0, due - Date.now());
};
