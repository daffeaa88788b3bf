import type { Clock, Instant } from '@relais/vocabulary';

/** When an alarm must ring on the machine's clock for something that is due on ours, which may stand still. */
export const alarmTime = (due: number, clock: Clock): Instant =>
  new Date(Date.now() + Math.max(0, due - Date.parse(clock.now()))).toISOString();
