import { setTimeout } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { EventStore } from '@relais/event-store';
import { ReadModels } from '@relais/read-models';
import { Lifetime } from '../../wiring/lifetime.js';

/** Whether the pages show what was just decided. The projector may be another process: nobody tells when it is done. */
@Injectable()
export class CaughtUp {
  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(Lifetime) private readonly lifetime: Lifetime,
  ) {}

  /** Resolves to true once they show all that the log holds now, to false where that takes longer than somebody waits. */
  async within(milliseconds: number): Promise<boolean> {
    const head = await this.store.head();
    const end = performance.now() + milliseconds;
    while (this.models.position() < head) {
      if (performance.now() >= end || this.lifetime.signal.aborted) return false;
      await setTimeout(20);
    }
    return true;
  }
}
