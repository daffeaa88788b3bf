import { Generations } from '@relais/read-models';
import { filesIn } from '../../wiring/adapters.js';
import { limitOption, tellDiff, telling } from '../differences/telling.js';
import { activate, prune } from '../generations/acts.js';
import { compareGenerations, generationNamed } from '../generations/compared.js';
import { tellGenerations } from '../generations/inventory.js';
import { WrongUse, type Desk, type Ending, type Options, type Verb } from '../verb.js';

const diff = ({ settings, output }: Desk, options: Options, [a, b, ...more]: readonly string[]): Ending => {
  const all = new Generations(filesIn(settings.dataFolder).readModels);
  if (a === undefined || more.length > 0) throw new WrongUse('diff takes one generation or two: relais generations');
  const before = generationNamed(all, a);
  const after = b === undefined ? all.current() : generationNamed(all, b);
  if (after === undefined) throw new WrongUse('no generation is shown yet: diff takes two');
  const found = compareGenerations(all, before, after, telling(output, options));
  tellDiff(output, found, { from: before, to: after });
  return 0;
};

/** The built sets of read models: which there are, how they differ, which one is shown. */
export const generations: Verb = {
  name: 'generations',
  summary: 'lists the built sets of read models; diff A [B], activate N, prune',
  operands: '[words...]',
  options: [limitOption, ['--keep <number>', 'prune: how many are kept beside the one that is shown; 2 unless said']],
  async run(desk, options, words) {
    const [act, ...more] = words;
    switch (act) {
      case undefined:
        tellGenerations(new Generations(filesIn(desk.settings.dataFolder).readModels), desk.output);
        return 0;
      case 'diff':
        return diff(desk, options, more);
      case 'activate':
        return activate(desk, more);
      case 'prune':
        return prune(desk, options, more);
      default:
        throw new WrongUse(`relais generations knows diff, activate and prune, got «${act}»`);
    }
  },
};
