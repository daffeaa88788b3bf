import { existsSync } from 'node:fs';
import { journalStanding } from '../../notary/journal-standing.js';
import { filesIn } from '../../wiring/adapters.js';
import { openLog } from '../open-files.js';
import { bad, good, messageOf, type Examination } from './examination.js';

/** Whether the log is what was signed, as far as its end shows; all of it is for `relais verify`. */
export const journal: Examination = {
  name: 'journal',
  async look(settings) {
    if (!existsSync(filesIn(settings.dataFolder).log)) return undefined;
    try {
      const store = openLog(settings);
      const standing = journalStanding(store, settings.keyFile).finally(() => store.close());
      const { checkpoints, position, unfixed, problem } = await standing;
      if (problem !== undefined)
        return bad(
          `the log is not what was signed: ${problem}`,
          'npm run relais -- verify; then docs/operations.md, integrity',
        );
      if (checkpoints === 0) return good(`no checkpoint yet, ${unfixed} events wait for the first`);
      return good(`${checkpoints} checkpoints, the last at position ${position}; ${unfixed} events since`);
    } catch (error) {
      return bad(messageOf(error), 'see docs/operations.md, integrity');
    }
  },
};
