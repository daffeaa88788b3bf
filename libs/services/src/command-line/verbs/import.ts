import { SqliteEventStore } from '@relais/event-store';
import { dataFolderOf, filesIn } from '../../wiring/adapters.js';
import { checkFile, importLog as imported } from '../moving/import-log.js';
import { inSoleUse } from '../moving/sole-use.js';
import { needsLogFile } from '../open-files.js';
import type { Verb } from '../verb.js';

/** Brings a log to where an exported one is; goes on where it stopped. Only where no hub runs. */
export const importLog: Verb = {
  name: 'import',
  summary:
    'records what an exported log (a file, or - for standard input) holds, into an empty log or one that is its beginning',
  operands: '<file>',
  async run({ settings, output }, _options, [file = '-']) {
    needsLogFile(
      settings,
      'import',
      'import into a file (EVENTSTORE_URL=sqlite: and an empty RELAIS_DATA), then copy that --to the server',
    );
    checkFile(file);
    const folder = dataFolderOf(settings);
    const { log } = filesIn(folder);
    const { events, hash, recorded } = await inSoleUse(folder, () =>
      imported(
        () => SqliteEventStore.open(log),
        file,
        (done) => output.step({ events: done }, () => `${done} events recorded`),
      ),
    );
    output.stepsEnd();
    output.say(
      { events, hash, recorded },
      () =>
        `${log}: ${recorded} events recorded, whole up to event ${events}, hash ${hash}. Keys of persons come with a backup only`,
    );
    return 0;
  },
};
