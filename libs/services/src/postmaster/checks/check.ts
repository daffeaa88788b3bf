import type { Settings } from '@relais/configuration';
import { doubtful, type Finding } from '../finding.js';
import { Unanswered, type Names } from '../names.js';

/** Something that a provider asks of whoever writes to its people. Undefined where there is nothing to look at. */
export type Check = Readonly<{
  name: string;
  look(settings: Settings, names: Names): Promise<Finding | undefined>;
}>;

/** A check that asks the DNS: without an answer there is nothing to say for sure. */
export const asking = (name: string, look: Check['look']): Check => ({
  name,
  look: async (settings, names) => {
    try {
      return await look(settings, names);
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      return doubtful(error.message, 'ask again once the DNS answers; DNS_SERVERS names other name servers');
    }
  },
});
