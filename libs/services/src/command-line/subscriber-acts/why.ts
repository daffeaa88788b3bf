import { existsSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { isLanguage, type IssueId } from '@relais/vocabulary';
import { explanationInWords } from '@relais/web';
import { Explaining } from '../../correspondence/why/explaining.js';
import { WantedLetters } from '../../subscriptions/wanted-letters.js';
import { keysOf } from '../../wiring/adapters.js';
import { clockOf } from '../../wiring/clocks.js';
import { Unavailable } from '../../wiring/unavailable.js';
import { openLog, openReadModels } from '../open-files.js';
import { WrongUse } from '../verb.js';
import type { SubscriberAct } from './subscriber-act.js';

/** Tells why an address gets letters, or does not, or one issue of them: from the log, changing nothing. */
export const why: SubscriberAct = {
  name: 'why',
  async run(desk, { address, issue, language = 'en' }) {
    const { settings, output } = desk;
    const deployment = desk.deployment();
    if (typeof language !== 'string' || !isLanguage(language)) throw new WrongUse('--language is fr, en or nl');
    const given = (address === '-' ? await text(process.stdin) : String(address ?? '')).trim();
    if (!given.includes('@')) throw new WrongUse('--address takes one address, or - to read it from standard input');
    if (!existsSync(settings.keyFile))
      throw new Unavailable(`the master key ${settings.keyFile} is missing: an address is found by it alone`);
    const [log, models, keys] = [openLog(settings), openReadModels(settings), keysOf(settings)];
    try {
      const wanted = new WantedLetters(models, keys, deployment);
      const explaining = new Explaining(log, models, keys, wanted, deployment, clockOf(settings));
      const explanation = await explaining.ofAddress(
        given,
        issue === undefined ? undefined : (String(issue) as IssueId),
      );
      output.say(explanation, () => {
        const [first] = deployment.assemblies;
        const said = explanationInWords(explanation, { language, zone: first?.profile.zone ?? 'UTC' });
        return [...said.reasons, ...said.consent, ...said.letters].join('\n');
      });
      return 0;
    } finally {
      await keys.close();
      await log.close();
    }
  },
};
