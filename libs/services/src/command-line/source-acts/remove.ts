import type { SourceId } from '@relais/vocabulary';
import { FirstReading } from '../../adding/first-reading.js';
import { refusalInWords } from '../../adding/refusal-in-words.js';
import { sourceNamed } from '../source-named.js';
import { doneBy, type SourceAct } from './source-act.js';
import { toAct } from './workplace.js';

class NoReading extends FirstReading {
  async read(): Promise<'later'> {
    return 'later';
  }
}

/** Stops the reading of a source that was added while Relais ran; what it announced stays. */
export const remove: SourceAct = {
  name: 'remove',
  operand: 'ID',
  async run(desk, options, id) {
    const by = doneBy(desk, options);
    await sourceNamed(desk, id as SourceId);
    return toAct(desk, new NoReading(), async ({ adding }) => {
      const removed = await adding.remove({ source: id as SourceId, by });
      desk.output.say(removed, () =>
        'refused' in removed
          ? `not removed: ${refusalInWords(removed.refused)}`
          : `${removed.removed} is read no more; what it announced stays`,
      );
      return 'refused' in removed ? 1 : 0;
    });
  },
};
