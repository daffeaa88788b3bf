import { join } from 'node:path';
import type { Recorded } from '@relais/event-sourcing';
import { SqliteEventStore } from '@relais/event-store';

/** Looks into the log of a data folder, also while a hub writes there. */
const look = async <Value>(dataFolder: string, at: (log: SqliteEventStore) => Promise<Value>): Promise<Value> => {
  const log = SqliteEventStore.open(join(dataFolder, 'log.db'), { readOnly: true });
  try {
    return await at(log);
  } finally {
    await log.close();
  }
};

export const eventsIn = (dataFolder: string, ...types: readonly string[]): Promise<readonly Recorded[]> =>
  look(dataFolder, async (log) => {
    const events: Recorded[] = [];
    for await (const page of log.readAll(0n, types.length > 0 ? { types } : {})) events.push(...page);
    return events;
  });

/** What was recorded, without what differs from run to run: the ids of events, and when they were written. */
export const factsOf = (events: readonly Recorded[]): readonly string[] =>
  events.map(({ stream, version, type, data }) => JSON.stringify({ stream, version, type, data }));

const count = async (dataFolder: string): Promise<number> => {
  try {
    return Number(await look(dataFolder, (log) => log.head()));
  } catch {
    // The file is not there yet, or has no table yet.
    return 0;
  }
};

/** Resolves to how many events there are as soon as there are so many, or when it is told to look no longer. */
export const whenThereAre = async (events: number, dataFolder: string, signal: AbortSignal): Promise<number> => {
  for (;;) {
    const found = await count(dataFolder);
    if (found >= events || signal.aborted) return found;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
};
