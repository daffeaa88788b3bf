import { MemoryEventStore } from '@relais/event-store';
import type { SourceId } from '@relais/vocabulary';
import { SourceRoster } from '../adding/source-roster.js';
import { hasLog } from '../wiring/adapters.js';
import type { DeployedSource } from '../wiring/deployment.js';
import { openLog } from './open-files.js';
import type { Desk } from './verb.js';

/** The source that somebody named; throws NotConfigured where it is not read here. */
export const sourceNamed = async ({ settings, deployment }: Desk, id: SourceId): Promise<DeployedSource> => {
  const configured = deployment().sources.find(({ description }) => description.source === id);
  if (configured) return configured;
  return withRoster({ settings, deployment }, (roster) => roster.source(id));
};

/** What the roster of sources says, also beside a running hub and where there is no log yet. */
export const withRoster = async <Result>(
  { settings, deployment }: Pick<Desk, 'settings' | 'deployment'>,
  ask: (roster: SourceRoster) => Result,
): Promise<Result> => {
  if (!hasLog(settings)) return ask(new SourceRoster(new MemoryEventStore(), deployment()));
  const log = openLog(settings);
  try {
    const roster = new SourceRoster(log, deployment());
    await roster.refresh();
    return ask(roster);
  } finally {
    await log.close();
  }
};
