import { existsSync } from 'node:fs';
import { shapes } from '@relais/catalogue';
import { EventStore, MemoryEventStore, SqliteEventStore } from '@relais/event-store';
import { Adding } from '../../adding/adding.js';
import type { FirstReading } from '../../adding/first-reading.js';
import { SourceRoster } from '../../adding/source-roster.js';
import { Suggestions } from '../../adding/suggestions.js';
import { dataFolderOf, fetcherOf, filesIn } from '../../wiring/adapters.js';
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
  const isThere = existsSync(filesIn(desk.settings.dataFolder).log);
  return atWork(desk, isThere ? openLog(desk.settings) : new MemoryEventStore(), work);
};

/** To record, also beside a running hub, which learns of it from the log. */
export const toAct = <Result>(
  desk: Desk,
  reading: FirstReading,
  work: (acting: Acting) => Promise<Result>,
): Promise<Result> => {
  const clock = clockOf(desk.settings);
  const { log } = filesIn(dataFolderOf(desk.settings));
  return atWork(desk, SqliteEventStore.open(log, { now: () => clock.now(), shapes }), (looking, store) =>
    work({ ...looking, adding: new Adding(store, desk.deployment(), looking.roster, reading) }),
  );
};
