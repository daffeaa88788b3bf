import type { ImportId } from '@relais/vocabulary';
import { undoneInWords } from '../../subscribers/in-words.js';
import type { Undone } from '../../subscribers/undoing.js';
import { doneBy, ordered, type SubscriberAct } from './subscriber-act.js';

/** Takes back a whole import. */
export const undo: SubscriberAct = {
  name: 'undo',
  operand: 'IMPORT',
  async run(desk, options, id) {
    const order = { act: 'undo', import: id as ImportId, by: doneBy(desk, options) } as const;
    const undone = (await ordered(desk, order, (step) =>
      desk.output.step(step, () => `${(step as { ended: number }).ended} ended`),
    )) as Undone;
    desk.output.stepsEnd();
    desk.output.say(undone, () => undoneInWords(undone));
    return 0;
  },
};
