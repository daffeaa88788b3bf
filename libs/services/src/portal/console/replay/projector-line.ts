import { Inject, Injectable } from '@nestjs/common';
import type { RefusalSeen } from '@relais/web/console';
import { ask, nobody, NotDone } from '../../../control/control-client.js';
import { socketPath } from '../../../control/socket-path.js';
import { Deployment } from '../../../wiring/deployment.js';
import { Unavailable } from '../../../wiring/unavailable.js';

/** What came of an order: its result, or why it was not done. */
export type Done<Result> = Readonly<{ result: Result }> | Readonly<{ refused: RefusalSeen }>;

/** No projector runs over this data folder. */
export const nobodyProjects: RefusalSeen = { kind: 'nobody', message: '' };

const refusalOf = (error: unknown): RefusalSeen => {
  if (error instanceof NotDone) return { kind: error.kind, message: error.message };
  if (error instanceof Unavailable) return nobodyProjects;
  throw error;
};

/** Hands orders to whoever projects, which may be another process. */
@Injectable()
export class ProjectorLine {
  constructor(@Inject(Deployment) private readonly deployment: Deployment) {}

  get path(): string {
    return socketPath(this.deployment.dataFolder, 'projector');
  }

  async order<Result>(verb: string, options: Readonly<Record<string, unknown>>): Promise<Done<Result>> {
    try {
      const result = await ask(this.path, { verb, options }, () => undefined);
      return result === nobody ? { refused: nobodyProjects } : { result: result as Result };
    } catch (error) {
      return { refused: refusalOf(error) };
    }
  }

  /** Begins what takes long: resolves when it goes on there, whether or not anybody waits; what becomes of it is told to who watches. */
  async begin(verb: string, options: Readonly<Record<string, unknown>>): Promise<RefusalSeen | undefined> {
    const leave = new AbortController();
    try {
      const result = await ask(this.path, { verb, options }, () => leave.abort(), leave.signal);
      return result === nobody ? nobodyProjects : undefined;
    } catch (error) {
      return leave.signal.aborted ? undefined : refusalOf(error);
    }
  }
}
