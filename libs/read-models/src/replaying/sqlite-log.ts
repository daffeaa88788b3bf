import { SqliteEventStore } from '@relais/event-store';
import type { LogModule } from './log-address.js';

/** As stored: projecting gives events their shape of today. */
export const openLog: LogModule['openLog'] = (file) => SqliteEventStore.open(file, { readOnly: true });
