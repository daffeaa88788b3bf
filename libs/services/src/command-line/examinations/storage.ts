import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { filesIn, hasLog } from '../../wiring/adapters.js';
import { openLog, openReadModels } from '../open-files.js';
import { bad, doubtful, good, messageOf, type Examination } from './examination.js';

const gigabyte = 1e9;

/** The folder that is there of a path that may not be made yet. */
const existing = (path: string): string => (existsSync(path) ? path : existing(dirname(path)));

export const dataFolder: Examination = {
  name: 'data folder',
  async look({ dataFolder: folder }) {
    const there = existing(folder);
    try {
      accessSync(there, constants.W_OK | constants.X_OK);
    } catch (error) {
      return bad(
        `${there} cannot be written to (${messageOf(error)})`,
        'let this user write there, or set RELAIS_DATA',
      );
    }
    return good(there === folder ? folder : `${folder}, made at the first start`);
  },
};

export const disk: Examination = {
  name: 'disk',
  async look({ dataFolder: folder }) {
    const { bavail, bsize } = await statfs(existing(folder));
    const free = (bavail * bsize) / gigabyte;
    const detail = `${free.toFixed(1)} GB free`;
    return free < 1 ? bad(detail, 'make room: a full disk stops the log') : good(detail);
  },
};

export const log: Examination = {
  name: 'log',
  async look(settings) {
    if (!hasLog(settings)) return doubtful('there is none yet', 'start the hub: npm start');
    try {
      const store = openLog(settings);
      const models = openReadModels(settings);
      const [head, position] = [await store.head(), models.position()];
      models.close();
      await store.close();
      if (position < head)
        return doubtful(
          `the log ends at ${head}; pages stand at ${position}`,
          'is the projector running? If it is, wait a moment',
        );
      return good(`up to position ${head}, pages up to date`);
    } catch (error) {
      return bad(messageOf(error), 'see docs/operations.md, restoring');
    }
  },
};

export const masterKey: Examination = {
  name: 'master key',
  async look({ keyFile, dataFolder: folder }) {
    if (!existsSync(keyFile)) {
      if (existsSync(filesIn(folder).keys))
        return bad(
          `${keyFile} is missing, but keys were wrapped by it`,
          'restore it: without it no address can be read',
        );
      return good(`${keyFile}, made at the first start`);
    }
    const mode = statSync(keyFile).mode & 0o777;
    if (mode & 0o077) return bad(`${keyFile} can be read by others (mode ${mode.toString(8)})`, `chmod 600 ${keyFile}`);
    return good(`${keyFile}; keep a copy of it apart from the backups of the log`);
  },
};
