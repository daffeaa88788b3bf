import { existsSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import type { PersonId } from '@relais/vocabulary';
import { Courier } from '../../courier/courier.js';
import { Erasing, type Erasure, type Whom } from '../../erasing/erasing.js';
import { Projecting } from '../../projector/projecting.js';
import { keysOf } from '../../wiring/adapters.js';
import { Unavailable } from '../../wiring/unavailable.js';
import { onHand } from '../on-hand.js';
import { openLog } from '../open-files.js';
import { WrongUse, type Desk, type Options, type Verb } from '../verb.js';

const outcomes: Record<Erasure['outcome'], string> = {
  foreseen: 'would be erased (dry run)',
  erased: 'erased',
  'erased-before': 'was erased before; what was left is gone',
};

const inWords = ({ person, outcome, found, certificate }: Erasure): string =>
  `${person}: ${outcomes[outcome]}; keys: ${found.keys}, subscriptions: ${found.subscriptions}, letters kept: ${found.letters}` +
  (certificate === undefined ? '' : `; ${certificate}`);

/** An address goes no further than here: all others are given its keyed hash. */
const whomOf = async ({ settings }: Desk, { person, address }: Options): Promise<Whom> => {
  if ((person === undefined) === (address === undefined)) throw new WrongUse('whom? --person ID, or --address ADDRESS');
  if (typeof person === 'string') return { person: person as PersonId };
  const given = (address === '-' ? await text(process.stdin) : String(address)).trim();
  if (!given.includes('@')) throw new WrongUse('--address takes one address, or - to read it from standard input');
  if (!existsSync(settings.keyFile))
    throw new Unavailable(`the master key ${settings.keyFile} is missing: an address is found by it alone`);
  const keys = keysOf(settings);
  try {
    return { lookup: keys.lookup(given) };
  } finally {
    await keys.close();
  }
};

/** Forgets a person, for good: what the log holds of them cannot be read again, and all else is gone. */
export const erase: Verb = {
  name: 'erase',
  summary: 'forgets a person for good: key, subscriptions, letters kept; writes a certificate',
  options: [
    ['--person <id>', 'whom, by the random id in the log'],
    ['--address <address>', 'whom, by address; - reads it from standard input, where no other user sees it'],
    ['--dry-run', 'show what would go; destroy nothing'],
  ],
  async run(desk, options) {
    await openLog(desk.settings).close();
    const whom = await whomOf(desk, options);
    const dryRun = options['dryRun'] === true;
    const result = await onHand(
      desk,
      {
        verb: 'erase',
        role: 'courier',
        options: { ...whom, dryRun },
        parts: ['projector', 'courier'],
        prepare: {
          projector: (application) => application.get(Projecting).keepUp(),
          ...(!dryRun && { courier: (application) => application.get(Courier).settle() }),
        },
        here: (application, progress) => {
          const erasing = application.get(Erasing);
          return dryRun ? erasing.foresee(whom) : erasing.erase(whom, progress);
        },
      },
      (step) => desk.output.step({ step }, () => String(step)),
    );
    desk.output.stepsEnd();
    for (const erasure of result as readonly Erasure[]) desk.output.say(erasure, () => inWords(erasure));
    return 0;
  },
};
