import { MemoryEventStore, type EventStore } from '@relais/event-store';
import { Adding } from '../../adding/adding.js';
import type { FirstReading } from '../../adding/first-reading.js';
import { SourceRoster } from '../../adding/source-roster.js';
import { Suggestions } from '../../adding/suggestions.js';
import { dataFolderOf, eventStoreOf, fetcherOf, hasLog } from '../../wiring/adapters.js';
import { clockOf } from '../../wiring/clocks.js';
import { openLog } from '../open-files.js';
import type { Desk } from '../verb.js';

export type Looking = Readonly<{ roster: SourceRoster; suggestions: Suggestions }>;
export type Acting = Looking & Readonly<{ adding: Adding }>;

const atWork = async <Result>(
  { settings, deployment }: Desk,
  store: EventStore,
  work: (looking: Looking, store: EventStore) => Promise<Result>,
): Promise<Result> => {
  try {
    const roster = new SourceRoster(store, deployment());
    await roster.refresh();
    const suggestions = new Suggestions(fetcherOf(settings), clockOf(settings), roster);
    try {
      return await work({ roster, suggestions }, store);
    } finally {
      await suggestions.onApplicationShutdown();
    }
  } finally {
    await store.close();
  }
};

/** To look: records nothing, and makes nothing where there is nothing yet. */
export const toLook = <Result>(desk: Desk, work: (looking: Looking) => Promise<Result>): Promise<Result> => {
  const store = hasLog(desk.settings) ? openLog(desk.settings) : new MemoryEventStore();
  return atWork(desk, store, work);
};

/** To record, also beside a running hub, which learns of it from the log. */
export const toAct = async <Result>(
  desk: Desk,
  reading: FirstReading,
  work: (acting: Acting) => Promise<Result>,
): Promise<Result> => {
  dataFolderOf(desk.settings);
  return atWork(desk, await eventStoreOf(desk.settings, clockOf(desk.settings)), (looking, store) =>
    work({ ...looking, adding: new Adding(store, desk.deployment(), looking.roster, reading) }),
  );
};
