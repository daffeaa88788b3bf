import { knownInWords } from '../../subscribers/in-words.js';
import { KnownImports } from '../../subscribers/known-imports.js';
import { openLog } from '../open-files.js';
import type { SubscriberAct } from './subscriber-act.js';

/** Shows every file of subscribers that was brought in, and what became of it. */
export const listImports: SubscriberAct = {
  name: 'list-imports',
  async run({ settings, output }) {
    const log = openLog(settings);
    try {
      const imports = await new KnownImports(log).all();
      for (const one of imports) output.say(one, () => knownInWords(one));
      if (imports.length === 0 && !output.json) output.line('nothing was imported yet');
      return 0;
    } finally {
      await log.close();
    }
  },
};
