import type { RulingId } from '@relais/vocabulary';
import { Moderation } from '../../moderation/moderation.js';
import type { Done, Order, Outcome, Refusal } from '../../moderation/orders.js';
import { Whereabouts } from '../../moderation/whereabouts.js';
import { doneInWords, refusalInWords, rulingInWords } from '../matching/in-words.js';
import { dryRun } from '../matching/second-thoughts.js';
import { onHand } from '../on-hand.js';
import { openLog } from '../open-files.js';
import { WrongUse, type Desk, type Ending, type Options, type Verb } from '../verb.js';

const list = async ({ settings, output }: Desk): Promise<Ending> => {
  const log = openLog(settings);
  try {
    const rulings = (await Whereabouts.of(log)).rulings.all();
    output.say({ rulings }, () => (rulings.length > 0 ? rulings.map(rulingInWords).join('\n') : 'no ruling stands'));
    return 0;
  } finally {
    await log.close();
  }
};

/** Two of them, or four: `source item source item`. */
const pairOf = (operands: readonly string[]): readonly [string, string] => {
  const [one, other, third, fourth] = operands;
  if (operands.length === 2 && one && other) return [one, other];
  if (operands.length === 4 && one && other) return [`${one} ${other}`, `${third} ${fourth}`];
  throw new WrongUse('which two? addresses of gatherings, or "source item" in quotes');
};

const orderOf = ({ deployment }: Desk, options: Options, [act, ...operands]: readonly string[]): Order => {
  const deployed = deployment();
  const { by: named, note } = options;
  const [only, ...others] = deployed.admins;
  if (named === undefined && (only === undefined || others.length > 0))
    throw new WrongUse('who says so? --by ADMIN, an id of `admins:` in relais.yaml');
  const by = typeof named === 'string' ? deployed.admin(named).id : (only?.id as Order['by']);
  if (act === 'undo') {
    const [ruling, ...more] = operands;
    if (ruling === undefined || more.length > 0) throw new WrongUse('undo takes one ruling: relais matching list');
    return { act: 'revoke', ruling: ruling as RulingId, by };
  }
  const [one, other] = pairOf(operands);
  const verdict = act === 'same' ? 'same' : 'apart';
  return { act: 'rule', verdict, one, other, by, ...(typeof note === 'string' && { note }) };
};

/** What was named is not there: as with any other name that nobody has. */
const unknown: ReadonlySet<Refusal['type']> = new Set(['unknown-gathering', 'unknown-announcement', 'never-made']);

const rule = async (desk: Desk, options: Options, words: readonly string[]): Promise<Ending> => {
  const order = orderOf(desk, options, words);
  const outcome = (await onHand(
    desk,
    {
      verb: 'matching',
      role: 'collector',
      options: order,
      parts: ['collector'],
      here: (application) => application.get(Moderation).obey(order),
    },
    () => undefined,
  )) as Outcome<Done>;
  if ('refused' in outcome) {
    if (unknown.has(outcome.refused.type)) throw new WrongUse(refusalInWords(outcome.refused));
    desk.output.say(outcome, () => refusalInWords(outcome.refused));
    return 1;
  }
  desk.output.say(outcome.done, () => doneInWords(words[0] ?? '', outcome.done));
  return 0;
};

/** What is one gathering: what today's rules would say of the history, and what moderators say. */
export const matching: Verb = {
  name: 'matching',
  summary: 'same A B, apart A B, undo RULING, list; --dry-run: what today’s rules would make of the history',
  operands: '[words...]',
  options: [
    ['--dry-run', 'show what would be decided otherwise by now; touches nothing'],
    ['--by <admin>', 'who says so: an id of `admins` in relais.yaml; not needed where there is one'],
    ['--note <text>', 'why, for those who read the history; no names of persons'],
  ],
  async run(desk, options, words) {
    const [act, ...more] = words;
    if (options['dryRun'] === true && act === undefined) return dryRun(desk);
    if (options['dryRun'] === true) throw new WrongUse('--dry-run stands alone');
    switch (act) {
      case 'list':
        if (more.length > 0) throw new WrongUse('list takes nothing more');
        return list(desk);
      case 'same':
      case 'apart':
      case 'undo':
        return rule(desk, options, words);
      default:
        throw new WrongUse(`relais matching knows same, apart, undo, list and --dry-run, got «${act ?? ''}»`);
    }
  },
};
