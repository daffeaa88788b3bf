import {
  Projector,
  UnknownProjection,
  projections,
  type Diff,
  type ReplayResult,
  type ReplayState,
} from '@relais/read-models';
import { askedDiff, limitOption, tellReplayDiff } from '../differences/telling.js';
import { onHand } from '../on-hand.js';
import { asOfOptions, replayAsOf } from '../past/as-of.js';
import { giveOrder, orderOf, orderOptions } from '../replaying/orders.js';
import { resultInWords, stateInWords } from '../replaying/words.js';
import { WrongUse, type Options, type Verb } from '../verb.js';

/** The projections that are named, one or several between commas; none for all. */
const chosen = ({ projection }: Options): string[] => {
  if (typeof projection !== 'string') return [];
  const names = projection.split(',').map((name) => name.trim());
  for (const name of names)
    if (!projections.some((one) => one.name === name)) throw new WrongUse(new UnknownProjection(name).message);
  return names;
};

/** Makes the read models anew from the log, aside, and shows them. Nothing is sent. */
export const replay: Verb = {
  name: 'replay',
  summary: 'makes all pages anew from the log, aside, then shows them; sends nothing',
  options: [
    ['--dry-run', 'build and compare, and go on showing what is shown'],
    ['--aside', 'build, compare and keep it, to be looked at (relais generations) before it is shown'],
    ['--diff', 'say which rows are other, before they are shown'],
    limitOption,
    ['--projection <names>', 'only these, between commas; the others are taken over as they are'],
    ...orderOptions,
    ...asOfOptions,
  ],
  async run(desk, options) {
    if (options['asOf'] !== undefined || options['page'] !== undefined) return replayAsOf(desk, options);
    const order = orderOf(options);
    if (order !== undefined) return giveOrder(desk, order);
    const { output } = desk;
    const only = chosen(options);
    const [dryRun, show] = [options['dryRun'] === true, options['aside'] !== true];
    const asked = { dryRun, show, ...(only.length > 0 && { only }), ...askedDiff(options) };
    const result = await onHand(
      desk,
      {
        ...{ verb: 'replay', role: 'projector', options: asked, parts: ['projector'] },
        prepare: { projector: (application) => application.get(Projector).open() },
        here: (application, onProgress) =>
          application.get(Projector).replay({ onProgress, onDiff: (diff) => onProgress({ diff }), ...asked }),
      },
      (step) => {
        const { diff } = step as { diff?: Diff };
        if (diff) tellReplayDiff(output, diff);
        else output.step(step, () => stateInWords(step as ReplayState));
      },
    );
    output.stepsEnd();
    const { diff: _told, ...came } = result as ReplayResult;
    output.say(came, () => resultInWords(came, dryRun));
    return 0;
  },
};
