import { Inject, Injectable } from '@nestjs/common';
import { EventStore } from '@relais/event-store';
import { ReadModels } from '@relais/read-models';
import { Lifetime } from './lifetime.js';
import { Unavailable } from './unavailable.js';

/** How long the read models may lag behind the log, in milliseconds, before nothing is decided or composed from them. */
const patience = 30_000;

/** Waits until the read models show all that is recorded: they may be another process's. */
@Injectable()
export class ShownLog {
  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(Lifetime) private readonly lifetime: Lifetime,
  ) {}

  async upToDate(): Promise<void> {
    const head = await this.store.head();
    for (let waited = 0; this.models.position() < head; waited += 50) {
      if (waited > patience || this.lifetime.signal.aborted)
        throw new Unavailable(
          `the read models stand at ${this.models.position()} of ${head}: is the projector running?`,
        );
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
