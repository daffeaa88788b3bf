import type { Settings } from '@relais/configuration';
import { sqliteLog, type LogAddress } from '@relais/read-models';
import { filesIn } from './adapters.js';

// Where the sources run as they are written (in tests), threads run what was built of them.
const built = import.meta.url.endsWith('.ts') ? '../../dist/wiring/server-log.js' : './server-log.js';

/** Where the thread of a replay finds the log: the file of the data folder, or an event store server. */
export const replayLogOf = ({ eventStoreUrl, dataFolder }: Settings): LogAddress =>
  eventStoreUrl === undefined || eventStoreUrl === 'sqlite:'
    ? sqliteLog(filesIn(dataFolder).log)
    : { module: new URL(built, import.meta.url).href, address: eventStoreUrl, offline: false };
