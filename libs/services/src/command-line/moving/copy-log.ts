import { chainOf, emptyLog, goOn, LogsPart, type EventStore, type GoneOn } from '@relais/event-store';
import { Unavailable } from '../../wiring/unavailable.js';
import { logAt } from './log-at.js';

/** Copies a log to an address, as far as it stands there when its end is reached; both are closed afterwards. */
export const copyLog = async (log: EventStore, to: string, progress: (events: number) => void): Promise<GoneOn> => {
  try {
    const other = await logAt(to, { readOnly: false });
    try {
      return await goOn(other, { after: emptyLog, pages: chainOf(log) }, progress);
    } catch (error) {
      if (!(error instanceof LogsPart)) throw error;
      throw new Unavailable(
        `the log there is not the beginning of this one: ${error.message}. This log is as it was; copy into a new one`,
        { cause: error },
      );
    } finally {
      await other.close();
    }
  } finally {
    await log.close();
  }
};
