import type { Cadence } from '@relais/digest';
import type { ReadModels } from '@relais/read-models';
import type { AssemblyId, Instant, TimeZone } from '@relais/vocabulary';

/** What an issue is composed from: rows that stand at one position, and nothing of any person. */
export type Composition = Readonly<{
  models: ReadModels;
  assembly: AssemblyId;
  zone: TimeZone;
  /** When the issue before this one was composed; null for the first. */
  since: Instant | null;
  until: Instant;
  /** Whom it is for; a month's where it is not said. */
  cadence?: Exclude<Cadence, 'notice'>;
  /** The ids of the themes that a text is of. */
  themesOf?: (text: string) => readonly string[];
}>;
