import { Projector, type ReplayProgress, type ReplayResult } from '@relais/read-models';
import { onHand } from '../on-hand.js';
import { asOfOptions, replayAsOf } from '../past/as-of.js';
import type { Verb } from '../verb.js';

const stepInWords = ({ position, head, eventsPerSecond, secondsLeft }: ReplayProgress): string =>
  `position ${position} of ${head}, ${eventsPerSecond} events/s, ${secondsLeft} s left`;

const resultInWords = ({ generation, position, events, seconds, changed }: ReplayResult, dryRun: boolean): string =>
  `generation ${generation}: ${events} events in ${seconds.toFixed(1)} s, at position ${position}; ` +
  `${changed ? 'its rows differ from' : 'its rows equal'} those shown before; ${dryRun ? 'not shown (dry run)' : 'shown now'}`;

/** Makes the read models anew from the whole log, aside, and shows them. Nothing is sent. */
export const replay: Verb = {
  name: 'replay',
  summary: 'makes all pages anew from the log, aside, then shows them; sends nothing',
  options: [['--dry-run', 'build and compare, and go on showing what is shown'], ...asOfOptions],
  async run(desk, options) {
    if (options['asOf'] !== undefined || options['page'] !== undefined) return replayAsOf(desk, options);
    const { output } = desk;
    const dryRun = options['dryRun'] === true;
    const result = await onHand(
      desk,
      {
        verb: 'replay',
        role: 'projector',
        options: { dryRun },
        parts: ['projector'],
        prepare: { projector: (application) => application.get(Projector).open() },
        here: (application, onProgress) => application.get(Projector).replay({ onProgress, dryRun }),
      },
      (step) => output.step(step, () => stepInWords(step as ReplayProgress)),
    );
    output.stepsEnd();
    output.say(result, () => resultInWords(result as ReplayResult, dryRun));
    return 0;
  },
};
