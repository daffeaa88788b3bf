import { resolve } from 'node:path';
import { dataFolderOf, filesIn } from '../../wiring/adapters.js';
import { copyLog } from '../moving/copy-log.js';
import { fileOf, logAt } from '../moving/log-at.js';
import { inSoleUse } from '../moving/sole-use.js';
import { openLog } from '../open-files.js';
import { WrongUse, type Verb } from '../verb.js';

/** Copies the log to another store, beside a running hub; goes on where it stopped, or with what was recorded since. */
export const copy: Verb = {
  name: 'copy',
  summary: 'copies the log to another store, a file or a server, and goes on where it stopped',
  options: [
    ['--to <address>', 'where to: sqlite:other/log.db, or esdb://… as in EVENTSTORE_URL'],
    ['--from <address>', 'where from, instead of the log of the data folder'],
  ],
  async run({ settings, output }, { to, from }) {
    if (typeof to !== 'string') throw new WrongUse('say where to: --to sqlite:other/log.db, or --to esdb://host:2113');
    const isOwn = fileOf(to) === resolve(filesIn(settings.dataFolder).log);
    if (isOwn && typeof from !== 'string') throw new WrongUse(`${to} is the log itself: name another`);
    const copied = async () => {
      const log = typeof from === 'string' ? await logAt(from, { readOnly: true }) : openLog(settings);
      return copyLog(log, to, (events) => output.step({ events }, () => `${events} events copied`));
    };
    const done = await (isOwn ? inSoleUse(dataFolderOf(settings), copied) : copied());
    const { events, hash, recorded } = done;
    output.stepsEnd();
    output.say(
      done,
      () =>
        `${recorded} events copied; the log there is whole up to event ${events}, hash ${hash}. Keys of persons are not in it`,
    );
    return 0;
  },
};
