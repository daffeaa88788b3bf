import type { Settings } from '@relais/configuration';
import { shapes } from '@relais/catalogue';
import type { EventStore } from '@relais/event-store';
import { Generations, SqliteReadModels } from '@relais/read-models';
import { countsByPosition, filesIn, hasLog, logToRead } from '../wiring/adapters.js';
import { Unavailable } from '../wiring/unavailable.js';

/** The log to read from, also beside a running hub, in the shapes of today unless `asStored`; throws where there is none yet. */
export const openLog = (settings: Settings, { asStored = false } = {}): EventStore => {
  if (!hasLog(settings))
    throw new Unavailable(
      `there is no log in ${settings.dataFolder} yet: start the hub (npm start), or set RELAIS_DATA`,
    );
  return logToRead(settings, asStored ? undefined : shapes);
};

/** The read models to read from; empty where nothing was projected yet. */
export const openReadModels = ({ dataFolder }: Settings): SqliteReadModels =>
  new SqliteReadModels(new Generations(filesIn(dataFolder).readModels));

/** Throws one line for what is done to the log's file, where the log is in a server; `instead` says what to do there. */
export const needsLogFile = (settings: Settings, verb: string, instead: string): void => {
  if (!countsByPosition(settings))
    throw new Unavailable(`${verb} is of a log in a file, and EVENTSTORE_URL names a server: ${instead}`);
};
