import { writeFileSync } from 'node:fs';
import { isLanguage, type ListId } from '@relais/vocabulary';
import { Composer, type Composed } from '../../courier/composer.js';
import { Courier } from '../../courier/courier.js';
import { Projecting } from '../../projector/projecting.js';
import { foreseenInWords } from '../letters/foreseen.js';
import { ruleOnIssue } from '../letters/ruling.js';
import { regenerated } from '../letters/regenerated.js';
import { onHand } from '../on-hand.js';
import { WrongUse, type Verb } from '../verb.js';

const outcomes: Record<Composed['outcome'], string> = {
  sent: 'composed and sent',
  'already-sent': 'was composed before; nothing is sent twice',
  'nothing-to-say': 'has nothing to say: not composed',
  'no-subscribers': 'has no subscribers: not composed',
  'dry-run': 'would be sent (dry run)',
};

/** Composes this month's issue of a list and sends it, once. */
export const digest: Verb = {
  name: 'digest',
  summary: 'composes this month’s issue of a list and sends it, once',
  options: [
    ['--list <id>', 'which list, such as info-lille'],
    ['--city <slug>', 'the list of this assembly, instead of --list'],
    ['--dry-run', 'show the letter, who would get it and what is new in it; record and send nothing'],
    ['--language <code>', 'of a dry run: fr, en or nl; fr without'],
    ['--html <file>', 'of a dry run: write the letter as HTML into this file'],
    ['--approve <issue>', 'let an issue leave that waits for it; with --by'],
    ['--reject <issue>', 'keep an issue that waits from ever leaving; with --by and --note'],
    ['--by <admin>', 'which admin decides'],
    ['--note <text>', 'why it is rejected'],
    ['--regenerate <issue>', 'make an issue again from the log as it stood, and say whether it is the same'],
  ],
  async run(desk, options) {
    if (typeof options['regenerate'] === 'string') return regenerated(desk, options['regenerate']);
    if (options['approve'] !== undefined || options['reject'] !== undefined) return ruleOnIssue(desk, options);
    const { output } = desk;
    const deployment = desk.deployment();
    const { list: id, city } = options;
    const chosen = deployment.lists.filter(
      (one) => (id === undefined || one.id === id) && (city === undefined || one.assembly === city),
    );
    const [list] = chosen;
    if (id === undefined && city === undefined) throw new WrongUse('which list? --list ID, or --city SLUG');
    if (list === undefined) deployment.list(String(id ?? city) as ListId);
    if (list === undefined || chosen.length > 1)
      throw new WrongUse(`several lists are meant (${chosen.map((one) => one.id).join(', ')}): say which by --list`);
    const dryRun = options['dryRun'] === true;
    const { html, language = 'fr' } = options;
    if (typeof language !== 'string' || !isLanguage(language)) throw new WrongUse('--language is fr, en or nl');
    if (html !== undefined && !dryRun) throw new WrongUse('--html goes with --dry-run');
    const result = await onHand(
      desk,
      {
        verb: 'digest',
        role: 'courier',
        options: { list: list.id, dryRun, language },
        parts: ['projector', 'courier'],
        prepare: {
          projector: (application) => application.get(Projecting).keepUp(),
          courier: (application) => application.get(Courier).settle(),
        },
        here: (application) => application.get(Composer).compose(list, { dryRun, language }),
      },
      () => undefined,
    );
    const composed = result as Composed;
    if (typeof html === 'string' && composed.foreseen) writeFileSync(html, composed.foreseen.letter.html);
    output.say(composed, () => {
      const letters = `${composed.letters} letter${composed.letters === 1 ? '' : 's'}`;
      return [`${composed.issue}: ${outcomes[composed.outcome]}, ${letters}`, foreseenInWords(composed)]
        .join('\n')
        .trimEnd();
    });
    return 0;
  },
};
