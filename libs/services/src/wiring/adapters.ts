import { createPrivateKey } from 'node:crypto';
import { accessSync, constants, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import type { Settings } from '@relais/configuration';
import {
  EmbeddedQueue,
  FileFetcher,
  HttpFetcher,
  KeyRing,
  MemoryHostTurns,
  OutboxMailer,
  SchemeFetcher,
  SmtpMailer,
  type Fetcher,
  type HostTurns,
  type Mailer,
  type Queue,
} from '@relais/transport';

import { Unavailable } from './unavailable.js';

const logger = new Logger('Relais');
const version = '0.1.0';

/** Files of a data folder by what they hold. */
export const filesIn = (dataFolder: string) => ({
  log: join(dataFolder, 'log.db'),
  keys: join(dataFolder, 'keys.db'),
  readModels: join(dataFolder, 'read-models'),
  outbox: join(dataFolder, 'outbox'),
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

export const mailerOf = ({ smtpUrl, dkim, dataFolder }: Settings): Mailer => {
  if (smtpUrl === undefined) return new OutboxMailer(filesIn(dataFolder).outbox);
  if (dkim === undefined) return new SmtpMailer({ url: smtpUrl });
  const { domain, selector, keyFile } = dkim;
  return new SmtpMailer({
    url: smtpUrl,
    dkim: { domain, selector, privateKey: createPrivateKey(readFileSync(keyFile)) },
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
