import { createReadStream, statSync } from 'node:fs';
import {
  DamagedExport,
  exportedLog,
  goOn,
  linesOf,
  LogsPart,
  type Course,
  type EventStore,
  type GoneOn,
} from '@relais/event-store';
import { Unavailable } from '../../wiring/unavailable.js';
import { WrongUse } from '../verb.js';
import { unpacked } from './text-of.js';

type Progress = (events: number) => void;

/** Throws {@link WrongUse} where there is nothing to read. */
export const checkFile = (file: string): void => {
  if (file !== '-' && statSync(file, { throwIfNoEntry: false })?.isFile() !== true)
    throw new WrongUse(`${file} is no file that can be read`);
};

const bytesOf = (file: string): AsyncIterable<Uint8Array> => (file === '-' ? process.stdin : createReadStream(file));

/** The log in a file, or in what comes on standard input for `-`. */
const courseOf = (file: string): Promise<Course> => exportedLog(linesOf(unpacked(bytesOf(file))));

/**
 * Records what a file holds beyond a log. A file is read as a whole first, so that nothing of a damaged one is recorded;
 * what comes on standard input is recorded as it comes, each part of it checked before.
 */
export const importLog = async (open: () => EventStore, file: string, progress: Progress): Promise<GoneOn> => {
  const isFile = file !== '-';
  checkFile(file);
  try {
    if (isFile) for await (const _ of (await courseOf(file)).pages);
    const log = open();
    try {
      return await goOn(log, await courseOf(file), progress);
    } finally {
      await log.close();
    }
  } catch (error) {
    const name = isFile ? file : 'standard input';
    const safe = isFile ? 'Nothing was recorded' : 'What was recorded of it is whole';
    if (error instanceof DamagedExport)
      throw new Unavailable(
        `${name}: ${error.message}. ${safe}; export the log anew, then import again: it goes on where it stands`,
        { cause: error },
      );
    if (error instanceof LogsPart)
      throw new Unavailable(
        `${name} and this log: ${error.message}. Nothing was recorded; import into an empty data folder (RELAIS_DATA)`,
        { cause: error },
      );
    throw error;
  }
};
