import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { SqliteEventStore, type EventStore } from '@relais/event-store';
import { Unavailable } from '../../wiring/unavailable.js';
import { WrongUse } from '../verb.js';

/** The file that an address such as `sqlite:other/log.db` names; undefined for the address of a server. */
export const fileOf = (address: string): string | undefined => {
  const [, path] = /^sqlite:(?:\/\/(?=\/))?(.+)$/.exec(address) ?? [];
  return path === undefined ? undefined : resolve(path);
};

/** The log at an address. A file to write to is made where there is none; throws {@link WrongUse} where it is no address. */
export const logAt = async (address: string, { readOnly }: { readOnly: boolean }): Promise<EventStore> => {
  const file = fileOf(address);
  if (file === undefined) return onServer(address);
  if (readOnly && !existsSync(file)) throw new Unavailable(`there is no log ${file}`);
  return SqliteEventStore.open(file, { readOnly });
};

/** The client of the server is loaded where it is used only. */
const onServer = async (address: string): Promise<EventStore> => {
  const { InvalidAddress, KurrentEventStore } = await import('@relais/event-store/kurrentdb');
  try {
    return await KurrentEventStore.open(address);
  } catch (error) {
    if (!(error instanceof InvalidAddress)) throw error;
    throw new WrongUse(`a log is at an address such as sqlite:other/log.db or esdb://host:2113: ${error.message}`);
  }
};
