import { dataFolderOf } from '../../wiring/adapters.js';
import { restore as restored } from '../moving/restore.js';
import { inSoleUse } from '../moving/sole-use.js';
import { needsLogFile } from '../open-files.js';
import { WrongUse, type Verb } from '../verb.js';

/** Puts a backup back, looked through before anything is touched. Only where no hub runs. */
export const restore: Verb = {
  name: 'restore',
  summary: 'puts a backup into the data folder, which holds no log yet; read models are made at the next start',
  operands: '<folder>',
  options: [['--replace', 'also where there is a log: the old files are kept beside the new']],
  async run({ settings, output }, { replace }, [from]) {
    if (!from) throw new WrongUse('name the folder of a backup');
    needsLogFile(
      settings,
      'restore',
      'restore into a file (EVENTSTORE_URL=sqlite: and an empty RELAIS_DATA), then copy that --to an empty server',
    );
    const { keyFile } = settings;
    const dataFolder = dataFolderOf(settings);
    const at = new Date().toISOString();
    const { manifest, replaced, hasMasterKey } = await inSoleUse(dataFolder, () =>
      restored({ dataFolder, keyFile, from, replace: replace === true, at }),
    );
    const { log, madeAt } = manifest;
    output.say({ dataFolder, madeAt, ...log, replaced, hasMasterKey }, () =>
      [
        `${dataFolder}: restored as of ${madeAt}, whole up to event ${log.events}, hash ${log.hash}`,
        ...(replaced === undefined
          ? []
          : [`The old files are in ${replaced}: remove them once all is well, since they hold keys`]),
        ...(hasMasterKey
          ? []
          : [`The master key is not there: put it at ${keyFile} (mode 0600) before the first start`]),
      ].join('\n'),
    );
    return 0;
  },
};
