import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HubEvent } from '@relais/catalogue';
import { MemoryEventStore, type EventStore } from '@relais/event-store';
import { Projector } from '../projector.js';
import type { ReadModels } from '../read-models.js';
import { Generations } from '../storage/generations.js';
import { SqliteReadModels } from '../storage/sqlite-read-models.js';

/** When the events of a specification are recorded. */
export const recordedAt = '2026-11-23T10:00:00.000Z';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** A folder for one test file, removed when its tests are over. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'relais-rows-'));
  folders.push(folder);
  return folder;
};

/** Read models made of a log, in a temporary folder. */
export const projectedFrom = async (store: EventStore): Promise<ReadModels> => {
  const generations = new Generations(temporaryFolder());
  const projector = new Projector(store, generations);
  await projector.open();
  projector.close();
  return new SqliteReadModels(generations);
};

/** Read models made of these events, all of them recorded at one moment. */
export const projected = async (...events: readonly HubEvent[]): Promise<ReadModels> => {
  const store = new MemoryEventStore({ now: () => recordedAt });
  await store.append('spec', events, 'any');
  return projectedFrom(store);
};
