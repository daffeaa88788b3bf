import type { EventStore } from '@relais/event-store';

/** Where a thread of its own finds the log, and by what it opens it. */
export type LogAddress = Readonly<{
  /** The URL of a module whose `openLog` opens the log at this address, only to read. */
  module: string;
  address: string;
  /** The log is read without any network: whatever reaches out during a replay is a fault of ours, and stops it. */
  offline: boolean;
}>;

/** What such a module exports. */
export type LogModule = Readonly<{ openLog: (address: string) => EventStore | Promise<EventStore> }>;

/** A log in a SQLite file. */
export const sqliteLog = (file: string): LogAddress => ({
  module: new URL(
    import.meta.url.endsWith('.ts') ? '../../dist/replaying/sqlite-log.js' : './sqlite-log.js',
    import.meta.url,
  ).href,
  address: file,
  offline: true,
});
