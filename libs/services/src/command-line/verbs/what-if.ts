import { projectionsIn, supposeProjections, type Diff, type Progress, type TrialOptions } from '@relais/read-models';
import type { EventStore } from '@relais/event-store';
import { limitOption, tellDiff, telling } from '../differences/telling.js';
import { openLog } from '../open-files.js';
import { wholeNumber, WrongUse, type Desk, type Ending, type Options, type Verb } from '../verb.js';
import { letterDifferenceInWords } from '../what-if/in-words.js';
import { letterMakerIn, supposeLetter } from '../what-if/letters.js';
import { supposeConfiguration } from '../what-if/matching.js';
import { moduleOf } from '../what-if/module-of.js';

const tried = ['projection', 'config', 'template'] as const;

/** What is to be tried, and with which file; throws {@link WrongUse} for none or several. */
const chosen = (options: Options): readonly [(typeof tried)[number], string] => {
  const [one, ...others] = tried.flatMap((name) => {
    const file = options[name];
    return typeof file === 'string' ? [[name, file] as const] : [];
  });
  if (one === undefined || others.length > 0)
    throw new WrongUse('what if what? one of --projection FILE, --config FILE, --template FILE');
  return one;
};

const letters = async ({ deployment, output }: Desk, log: EventStore, file: string, most: number): Promise<Ending> => {
  const make = letterMakerIn(await moduleOf('--template', file), file);
  const found = await supposeLetter(log, deployment(), make, most);
  for (const difference of found.differences) output.say({ difference }, () => letterDifferenceInWords(difference));
  const differ = found.differences.length;
  output.say({ letters: found.letters, differ }, () =>
    found.letters === 0
      ? 'no issue was composed yet: there is nothing to try it on'
      : `${differ} of ${found.letters} letters would be other; nothing was changed or sent`,
  );
  return 0;
};

const rows = async (
  desk: Desk,
  log: EventStore,
  kind: 'projection' | 'config',
  file: string,
  options: TrialOptions,
): Promise<Diff> => {
  if (kind === 'config') return supposeConfiguration(desk, log, file, options);
  return supposeProjections(log, projectionsIn(await moduleOf('--projection', file), file), options);
};

const stepInWords = ({ phase, position, head, eventsPerSecond, secondsLeft }: Progress): string =>
  `${phase}: position ${position} of ${head}, ${eventsPerSecond} events/s, ${secondsLeft} s left`;

/** Tries something on the whole history and says what would be other. Nothing is recorded, shown or sent. */
export const whatIf: Verb = {
  name: 'what-if',
  summary: 'tries another projection, configuration or letter on the whole history, and says what would be other',
  options: [
    ['--projection <file>', 'a module (.js) that exports a projection, of a name there is or a new one'],
    ['--config <file>', 'another relais.yaml: what its domain aliases and venues would have recognised'],
    ['--template <file>', 'a module (.js) that exports a function digestLetter: tried on the last issues'],
    ['--issues <number>', 'with --template: how many issues of each list; 3 unless said'],
    limitOption,
  ],
  async run(desk, options) {
    const { settings, output } = desk;
    const [kind, file] = chosen(options);
    const most = wholeNumber('--issues', options['issues']) ?? 3;
    const stop = new AbortController();
    const interrupted = (): void => stop.abort(new Error('interrupted; nothing was changed'));
    // What was built so far must not stay behind.
    process.once('SIGINT', interrupted);
    const log = openLog(settings);
    try {
      if (kind === 'template') return await letters(desk, log, file, most);
      const diff = await rows(desk, log, kind, file, {
        ...telling(output, options),
        signal: stop.signal,
        onProgress: (step) => output.step(step, () => stepInWords(step)),
      });
      output.stepsEnd();
      tellDiff(output, diff);
      return 0;
    } finally {
      process.off('SIGINT', interrupted);
      await log.close();
    }
  },
};
