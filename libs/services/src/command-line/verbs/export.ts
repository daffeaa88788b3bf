import { exportLines } from '@relais/event-store';
import { exportToFile } from '../moving/export-file.js';
import { writeOut } from '../moving/standard-streams.js';
import { openLog } from '../open-files.js';
import { wholeNumber, type Verb } from '../verb.js';

const position = (option: string, value: string | boolean | undefined): bigint | undefined => {
  const number = wholeNumber(option, value);
  return number === undefined ? undefined : BigInt(number);
};

/** The whole log as lines, beside a running hub; keys are not among them. */
export const exportLog: Verb = {
  name: 'export',
  summary: 'writes the log into a file (or - for standard output), one event a line, packed where the name ends in .gz',
  operands: '<file>',
  options: [
    ['--from <position>', 'from this position on'],
    ['--to <position>', 'up to this position'],
  ],
  async run({ settings, output }, options, [file = '-']) {
    const [from, to] = [position('--from', options['from']), position('--to', options['to'])];
    const range = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
    const log = openLog(settings);
    try {
      if (file === '-') {
        await writeOut(exportLines(log, range, new Date().toISOString()));
        return 0;
      }
      const extent = await exportToFile(log, range, file, (events) =>
        output.step({ events }, () => `${events} events exported`),
      );
      output.stepsEnd();
      output.say(
        { file, ...extent },
        () => `${file}: whole, up to event ${extent.events}, hash ${extent.hash}. Keys of persons are not in it`,
      );
      return 0;
    } finally {
      await log.close();
    }
  },
};
