import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { knownEvent } from '@relais/catalogue';
import { EventStore, handle } from '@relais/event-store';
import { gathering } from '@relais/gathering';
import { Recognition } from '@relais/matching';
import { Deployment } from '../wiring/deployment.js';
import { OneAtATime } from '../wiring/one-at-a-time.js';
import { Causes } from './causes.js';

const sha256 = (text: string): Uint8Array => createHash('sha256').update(text).digest();

/** By the rules of today and what the configuration knows: nothing of the log yet. */
export const recognitionFor = ({ domainAliases, venues }: Deployment): Recognition =>
  new Recognition({ aliases: domainAliases, hash: sha256, venues });

/**
 * Follows the items in the log and lets each speak of its gathering. What it knows is folded from the log, so that after
 * a crash it goes on with the item it stopped at, and the log comes out as if nothing had happened.
 */
@Injectable()
export class Recogniser {
  readonly #recognition: Recognition;
  readonly #causes = new Causes();
  #position = 0n;
  readonly #turns = new OneAtATime();

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Deployment) deployment: Deployment,
  ) {
    this.#recognition = recognitionFor(deployment);
  }

  /** Takes in everything that the log holds by now, and resolves to how many events that made; calls wait for one another. */
  catchUp(): Promise<number> {
    return this.#turns.take(() => this.#catchUp());
  }

  async #catchUp(): Promise<number> {
    await this.#fold();
    let events = 0;
    for (let command = this.#recognition.next(); command !== undefined; command = this.#recognition.next()) {
      const stream = `gathering-${command.gathering}`;
      const decision = await handle(this.store, stream, gathering, command, this.#causes.of(command));
      if ('accepted' in decision) events += decision.accepted.length;
      await this.#fold();
      this.#recognition.done(command);
    }
    return events;
  }

  async #fold(): Promise<void> {
    for await (const page of this.store.readAll(this.#position)) {
      for (const event of page) {
        const known = knownEvent(event);
        this.#recognition.evolve(known);
        this.#causes.evolve(known);
        this.#position = event.position;
      }
      // A long log is folded a page at a time, so that whoever asks for a page meanwhile gets it.
      if (page.length > 100) await setImmediate();
    }
  }
}
