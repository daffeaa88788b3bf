import { KurrentEventStore } from '@relais/event-store/kurrentdb';

/** Opens the log of an event store server for the thread of a replay, as it is stored. */
export const openLog = (url: string): Promise<KurrentEventStore> => KurrentEventStore.open(url);
