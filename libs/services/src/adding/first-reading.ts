import { Inject, Injectable } from '@nestjs/common';
import { Queue } from '@relais/transport';
import type { SourceId } from '@relais/vocabulary';
import { ask, nobody } from '../control/control-client.js';
import { socketPath } from '../control/socket-path.js';
import { Deployment } from '../wiring/deployment.js';

/** What a first reading came to, as the collector says it. */
export type FirstOutcome = Readonly<{
  outcome: 'read' | 'not-modified' | 'failed' | 'postponed';
  items: number;
  events: number;
  reason?: Readonly<{ code: string; detail: string }>;
}>;

/** Has a source read that was just added. */
export abstract class FirstReading {
  /** What came of it; `later` where nobody reads sources at the moment: it is read when somebody does. */
  abstract read(source: SourceId): Promise<FirstOutcome | 'later'>;
}

/** What the running collector says of its reading; `later` where none runs, or it could not say. */
export const askedOfCollector = async (dataFolder: string, source: SourceId): Promise<FirstOutcome | 'later'> => {
  const request = { verb: 'collect', options: { source } };
  const outcomes = await ask(socketPath(dataFolder, 'collector'), request, () => undefined);
  return outcomes === nobody ? 'later' : ((outcomes as readonly FirstOutcome[])[0] ?? 'later');
};

/** Asks the collector, in whichever process of this data folder it is; one that is elsewhere is woken by its alarm. */
@Injectable()
export class AskedReading extends FirstReading {
  constructor(
    @Inject(Deployment) private readonly deployment: Deployment,
    @Inject(Queue) private readonly queue: Queue,
  ) {
    super();
  }

  async read(source: SourceId): Promise<FirstOutcome | 'later'> {
    const outcome = await askedOfCollector(this.deployment.dataFolder, source);
    if (outcome === 'later') await this.queue.set({ kind: 'collect', id: source, at: new Date().toISOString() });
    return outcome;
  }
}
