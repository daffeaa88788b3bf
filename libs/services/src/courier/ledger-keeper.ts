import { Inject, Injectable } from '@nestjs/common';
import { knownEvent } from '@relais/catalogue';
import { EventStore } from '@relais/event-store';
import { OneAtATime } from '../wiring/one-at-a-time.js';
import { Ledger } from './ledger.js';

/** Keeps the one ledger in step with the log. */
@Injectable()
export class LedgerKeeper {
  readonly ledger = new Ledger();
  /** Two hands at once would fold an event twice. */
  readonly #turns = new OneAtATime();

  constructor(@Inject(EventStore) private readonly store: EventStore) {}

  /** Resolves when the ledger holds all that the log holds now. */
  fold(): Promise<void> {
    return this.#turns.take(async () => {
      for await (const page of this.store.readAll(this.ledger.position, { types: this.ledger.types }))
        for (const event of page) this.ledger.evolve(knownEvent(event));
    });
  }
}
