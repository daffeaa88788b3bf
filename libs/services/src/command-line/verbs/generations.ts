import { Generations } from '@relais/read-models';
import { filesIn } from '../../wiring/adapters.js';
import type { Verb } from '../verb.js';

/** The built sets of read models, and which one is shown. */
export const generations: Verb = {
  name: 'generations',
  summary: 'the built sets of read models, and which one is shown',
  async run({ settings, output }) {
    const found = new Generations(filesIn(settings.dataFolder).readModels);
    const current = found.current();
    for (const number of found.list()) {
      const one = { generation: number, file: found.fileOf(number), shown: number === current };
      output.say(one, () => `${String(number).padStart(6)}  ${one.file}${one.shown ? '  (shown)' : ''}`);
    }
    return 0;
  },
};
