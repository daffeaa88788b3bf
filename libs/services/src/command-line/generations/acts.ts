import { Generations, Projector, type Activated } from '@relais/read-models';
import { filesIn } from '../../wiring/adapters.js';
import { onHand } from '../on-hand.js';
import { wholeNumber, WrongUse, type Desk, type Ending, type Options } from '../verb.js';
import { generationNamed } from './compared.js';

const usualKeep = 2;

const activatedInWords = ({ generation, before, position, events }: Activated): string => {
  if (before === generation) return `generation ${generation} is shown already`;
  const caught = events > 0 ? `, after ${events} event${events === 1 ? '' : 's'} that it had missed` : '';
  const back = before === null ? '' : `; back with: relais generations activate ${before}`;
  return `generation ${generation} is shown now, at position ${position}${caught}${back}`;
};

/** Has the projector show another generation. */
export const activate = async (desk: Desk, words: readonly string[]): Promise<Ending> => {
  const [name, ...more] = words;
  if (name === undefined || more.length > 0) throw new WrongUse('activate takes one generation: relais generations');
  const generation = generationNamed(new Generations(filesIn(desk.settings.dataFolder).readModels), name);
  const activated = (await onHand(
    desk,
    {
      ...{ verb: 'activate', role: 'projector', options: { generation }, parts: ['projector'] },
      here: (application) => application.get(Projector).activate(generation),
    },
    () => undefined,
  )) as Activated;
  desk.output.say(activated, () => activatedInWords(activated));
  return 0;
};

/** Has the projector remove old generations. */
export const prune = async (desk: Desk, options: Options, words: readonly string[]): Promise<Ending> => {
  if (words.length > 0) throw new WrongUse('prune takes no names, but --keep NUMBER');
  const keep = wholeNumber('--keep', options['keep']) ?? usualKeep;
  const removed = (await onHand(
    desk,
    {
      ...{ verb: 'prune', role: 'projector', options: { keep }, parts: ['projector'] },
      here: (application) => application.get(Projector).prune(keep),
    },
    () => undefined,
  )) as readonly number[];
  desk.output.say({ removed }, () =>
    removed.length > 0 ? `removed ${removed.join(', ')}` : 'nothing to remove: relais generations',
  );
  return 0;
};
