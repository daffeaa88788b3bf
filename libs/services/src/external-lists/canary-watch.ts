import { Inject, Injectable, Logger } from '@nestjs/common';
import { canary } from '@relais/digest';
import { EventStore, handle } from '@relais/event-store';
import { Queue } from '@relais/transport';
import { Clock, type LetterId } from '@relais/vocabulary';
import { alarmTime } from '../wiring/alarm-time.js';
import { Deployment } from '../wiring/deployment.js';
import type { Copy } from './copies.js';
import { copyStory } from './copy-story.js';
import { Freshness } from './freshness.js';

/** A list that takes longer holds its letters, as a rule for somebody to look at them. */
const patience = 60 * 60_000;

/** Copies that have not come back yet: an hour after one was taken it is on record that it is missed. */
@Injectable()
export class CanaryWatch {
  readonly #logger = new Logger('External lists');
  readonly #awaited = new Map<LetterId, Copy>();

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Queue) private readonly queue: Queue,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Freshness) private readonly freshness: Freshness,
    @Inject(Deployment) private readonly deployment: Deployment,
  ) {}

  async start(): Promise<void> {
    await this.queue.onRing('canary', (letter) => this.#look(letter as LetterId));
  }

  /** Waits for copies from now on: what is overdue is missed at once, what was taken gets its alarm, what was not is looked at again. */
  async await(copies: readonly Copy[]): Promise<void> {
    // Without a domain for what comes back, no canary has an address.
    if (this.deployment.settings.returnDomain === undefined) return;
    for (const copy of copies) if (copy.list.canary) this.#awaited.set(copy.letter, copy);
    for (const letter of [...this.#awaited.keys()]) await this.#look(letter);
  }

  /** To be called when letters were taken. */
  async accepted(letters: Iterable<LetterId>): Promise<void> {
    for (const letter of letters) if (this.#awaited.has(letter)) await this.#look(letter);
  }

  /** Decided from the log: whoever arrived meanwhile is not missed. */
  async #look(letter: LetterId): Promise<void> {
    const story = this.#awaited.has(letter) ? await copyStory(this.store, letter) : undefined;
    if (story?.accepted === undefined) return;
    // It went out before there was a canary.
    if (!this.freshness.has(story.accepted)) return void this.#awaited.delete(letter);
    const due = Date.parse(story.accepted) + patience;
    if (Date.parse(this.clock.now()) < due)
      return this.queue.set({ kind: 'canary', id: letter, at: alarmTime(due, this.clock) });
    this.#awaited.delete(letter);
    const missed = { list: story.list, letter, waited: patience / 1_000 };
    const decision = await handle(this.store, `canary-${story.list}`, canary, { type: 'miss', missed });
    if ('accepted' in decision && decision.accepted.length > 0)
      this.#logger.warn(`${story.list}: a copy has not arrived after an hour, probably held for moderation`);
  }
}
