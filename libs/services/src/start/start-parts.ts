import type { INestApplicationContext } from '@nestjs/common';
import { Notary } from '../notary/notary.js';
import { dataFolderOf } from '../wiring/adapters.js';
import type { Deployment } from '../wiring/deployment.js';
import { Lifetime } from '../wiring/lifetime.js';
import { RoleLock } from '../wiring/role-lock.js';
import { context, server } from './application.js';
import { shown, type Part } from './part.js';

export type Running = Readonly<{
  /** Where the portal listens, if it is among the parts. */
  url?: string;
  application: INestApplicationContext;
  /** Ends all work and lets go of every file and lock. */
  stop(): Promise<void>;
  /** Told once when something in the background failed for good. */
  onFailure(told: () => void): void;
}>;

/** Starts parts in one process and resolves when they are ready; whatever it opened is closed again when it rejects. */
export const startParts = async (deployment: Deployment, parts: readonly Part[]): Promise<Running> => {
  const folder = dataFolderOf(deployment.settings);
  const locks: RoleLock[] = [];
  let application: INestApplicationContext | undefined;
  const stop = async (): Promise<void> => {
    await application?.close();
    for (const lock of locks) lock.release();
  };
  try {
    for (const { role } of parts) if (role) locks.push(RoleLock.acquire(folder, role));
    const hasPortal = parts.some(({ name }) => name === 'portal');
    const portal = hasPortal ? await server(deployment, parts) : undefined;
    application = portal ?? (await context(deployment, parts));
    const lifetime = application.get(Lifetime);
    const started = application;
    for (const part of parts) {
      await part.start(started);
      if (part.name === 'collector' && parts.some(({ name }) => name === 'projector')) await shown(started);
    }
    // Once everybody else has begun, so that what they record at the start is fixed in one.
    if (parts.some(({ name }) => name === 'projector')) await started.get(Notary).start();
    const { host, port } = deployment.settings;
    await portal?.listen(port, host);
    return {
      application,
      stop,
      onFailure: (told) => lifetime.onFailure(told),
      ...(portal && { url: await portal.getUrl() }),
    };
  } catch (error) {
    await stop();
    throw error;
  }
};
