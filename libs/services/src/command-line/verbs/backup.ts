import { backUp } from '../moving/back-up.js';
import { needsLogFile, openLog } from '../open-files.js';
import { WrongUse, type Verb } from '../verb.js';

/** What cannot be made again, copied beside a running hub. */
export const backup: Verb = {
  name: 'backup',
  summary: 'copies the log and the keys of persons into a new folder, beside a running hub, and looks the copy through',
  operands: '<folder>',
  async run({ settings, output }, _options, [folder]) {
    if (!folder) throw new WrongUse('name a new folder');
    needsLogFile(
      settings,
      'backup',
      'back the server up with its own tools, or write the log into a file with export or copy; keep a copy of keys.db too',
    );
    await openLog(settings).close();
    const manifest = await backUp(settings.dataFolder, folder, new Date().toISOString());
    const { log, files } = manifest;
    output.say({ folder, masterKey: 'not copied', ...manifest }, () =>
      [
        `${folder}: whole, ${files.map(({ name }) => name).join(' and ')}, up to event ${log.events}, hash ${log.hash}`,
        `The master key ${settings.keyFile} is not in it: keep a copy of that elsewhere, or no address in the backup can be read`,
      ].join('\n'),
    );
    return 0;
  },
};
