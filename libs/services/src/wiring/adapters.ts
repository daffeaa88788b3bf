import { createPrivateKey } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { shapes as today } from '@relais/catalogue';
import { InvalidSettings, type Settings } from '@relais/configuration';
import { SqliteEventStore, type EventStore, type Shapes } from '@relais/event-store';
import {
  EmbeddedQueue,
  FileFetcher,
  HttpFetcher,
  KeyRing,
  MemoryHostTurns,
  MtaLog,
  OutboxMailer,
  SchemeFetcher,
  SmtpMailer,
  type Fetcher,
  type HostTurns,
  type Mailer,
  type Queue,
} from '@relais/transport';
import type { Clock } from '@relais/vocabulary';
import { OpenedLater } from './opened-later.js';
import { Unavailable } from './unavailable.js';

const logger = new Logger('Relais');
const version = '0.1.0';

/** Files of a data folder by what they hold. */
export const filesIn = (dataFolder: string) => ({
  log: join(dataFolder, 'log.db'),
  keys: join(dataFolder, 'keys.db'),
  readModels: join(dataFolder, 'read-models'),
  asOf: join(dataFolder, 'as-of'),
  outbox: join(dataFolder, 'outbox'),
  erasures: join(dataFolder, 'erasures'),
  samples: join(dataFolder, 'samples'),
});

/** The data folder, made where it is missing; throws one clear Error where that cannot be, or where nothing can be written. */
export const dataFolderOf = ({ dataFolder }: Settings): string => {
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    accessSync(dataFolder, constants.W_OK | constants.X_OK);
    return dataFolder;
  } catch (error) {
    throw new Unavailable(
      `the data folder ${dataFolder} cannot be made or written to: ${(error as Error).message}; set RELAIS_DATA to another`,
      { cause: error },
    );
  }
};

/** The address of the event store server that holds the log; undefined where the log is a file of the data folder. */
const serverOf = ({ eventStoreUrl }: Settings): string | undefined =>
  eventStoreUrl === 'sqlite:' ? undefined : eventStoreUrl;

/** Whether the last position of the log is also the number of its events: so it is in a file, and not in a server. */
export const countsByPosition = (settings: Settings): boolean => serverOf(settings) === undefined;

/** Whether there is a log to read from: a server has one, a data folder may not yet. */
export const hasLog = (settings: Settings): boolean =>
  serverOf(settings) !== undefined || existsSync(filesIn(settings.dataFolder).log);

type LogOptions = Readonly<{ now?: () => string; shapes?: Shapes; patience?: number }>;

/** The client of the event store server is loaded only where there is one: an embedded hub keeps that memory. */
const logOnServer = async (url: string, options: LogOptions): Promise<EventStore> => {
  const { InvalidAddress, KurrentEventStore } = await import('@relais/event-store/kurrentdb');
  try {
    return await KurrentEventStore.open(url, options);
  } catch (error) {
    if (error instanceof InvalidAddress) throw new InvalidSettings([`EVENTSTORE_URL: ${error.message}`]);
    throw error;
  }
};

/** The log to write into, made where it is missing: a file of the data folder, or an event store server. */
export const eventStoreOf = async (settings: Settings, clock: Clock): Promise<EventStore> => {
  const options = { now: () => clock.now(), shapes: today };
  const server = serverOf(settings);
  return server === undefined
    ? SqliteEventStore.open(filesIn(settings.dataFolder).log, options)
    : logOnServer(server, options);
};

/** How long the command line waits for a server that is not there, in milliseconds. */
const patience = 3_000;

/** The log to read from, beside whoever writes; in the shapes that are given, or as it is stored. */
export const logToRead = (settings: Settings, shapes: Shapes | undefined): EventStore => {
  const options = shapes === undefined ? {} : { shapes };
  const server = serverOf(settings);
  if (server !== undefined) return new OpenedLater(() => logOnServer(server, { ...options, patience }));
  return SqliteEventStore.open(filesIn(settings.dataFolder).log, { ...options, readOnly: true });
};

/** Who shares Redis shares the turns of hosts as well. */
export const hostTurnsOf = async ({ redisUrl }: Settings): Promise<HostTurns> => {
  if (redisUrl === undefined) return new MemoryHostTurns();
  const { RedisHostTurns } = await import('@relais/transport/redis-host-turns');
  return new RedisHostTurns(redisUrl);
};

export const fetcherOf = (
  { publicUrl, allowPrivateAddresses }: Settings,
  turns: HostTurns = new MemoryHostTurns(),
): Fetcher => {
  const http = new HttpFetcher({
    userAgent: `Relais/${version} (+${publicUrl}/sources)`,
    allowPrivate: allowPrivateAddresses,
    turns,
  });
  return new SchemeFetcher({ 'http:': http, 'https:': http, 'file:': new FileFetcher() });
};

export const mailerOf = ({ smtpUrl, dkim, mtaLog, dataFolder }: Settings): Mailer => {
  if (smtpUrl === undefined) return new OutboxMailer(filesIn(dataFolder).outbox);
  const signing = dkim && { ...dkim, privateKey: createPrivateKey(readFileSync(dkim.keyFile)) };
  return new SmtpMailer({
    url: smtpUrl,
    ...(signing && { dkim: signing }),
    ...(mtaLog !== undefined && { mtaLog: new MtaLog({ path: mtaLog }) }),
  });
};

/** Redis is loaded only where it is used: an embedded hub keeps that memory. */
export const queueOf = async ({ redisUrl }: Settings): Promise<Queue> => {
  const failed = ({ kind, id }: { kind: string; id: string }, error: unknown): void =>
    logger.error(
      `${kind} ${id} failed and will be tried again: ${error instanceof Error ? error.message : String(error)}`,
    );
  if (redisUrl === undefined) return new EmbeddedQueue(failed);
  const { BullmqQueue } = await import('@relais/transport/bullmq');
  return new BullmqQueue(redisUrl, failed);
};

export const keysOf = ({ keyFile, dataFolder }: Settings): KeyRing =>
  KeyRing.open({ keyFile, database: filesIn(dataFolder).keys });
