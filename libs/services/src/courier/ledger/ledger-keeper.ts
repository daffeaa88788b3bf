import { Inject, Injectable } from '@nestjs/common';
import { knownEvent } from '@relais/catalogue';
import { EventStore } from '@relais/event-store';
import { pageOfFold } from './fold-pages.js';
import { Ledger } from './ledger.js';

/** Keeps the one ledger in step with the log. */
@Injectable()
export class LedgerKeeper {
  readonly ledger = new Ledger();
  #folding: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  constructor(@Inject(EventStore) private readonly store: EventStore) {}

  /** Resolves when the ledger holds all that the log holds now; whoever asks while it is read is answered by one more reading. */
  fold(): Promise<void> {
    this.#next ??= (this.#folding ?? Promise.resolve()).then(
      () => this.#begin(),
      () => this.#begin(),
    );
    return this.#next;
  }

  #begin(): Promise<void> {
    this.#next = undefined;
    this.#folding = this.#read();
    return this.#folding;
  }

  async #read(): Promise<void> {
    const { position, types } = this.ledger;
    for await (const page of this.store.readAll(position, { types, page: pageOfFold }))
      for (const event of page) this.ledger.evolve(knownEvent(event));
  }
}
