import { Inject, Injectable } from '@nestjs/common';
import { letter as letterDecider, type LetterOutcome } from '@relais/digest';
import { EventStore, handle, WrongVersion, type NewEvent } from '@relais/event-store';
import type { LetterId } from '@relais/vocabulary';
import { inOne } from '../ledger/in-one.js';
import { LedgerKeeper } from '../ledger/ledger-keeper.js';
import type { OpenLetter } from '../ledger/ledger.js';
import { Seats } from './seats.js';
import { Together } from './together.js';

const streamOf = (letter: LetterId): string => `letter-${letter}`;

/**
 * What a courier records of letters. The ledger knows where the stream of each stands, so that none is read: it is appended after
 * what the ledger knows, and where that is not the end any more, somebody else was first.
 */
@Injectable()
export class LetterLog {
  /** Letters of which this process recorded more than the ledger has read, and up to where. */
  readonly #ahead = new Map<LetterId, bigint>();
  /** As many as there are lines, and what came of as many letters before. */
  readonly #together = new Together(16, 3);

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(LedgerKeeper) private readonly keeper: LedgerKeeper,
    @Inject(Seats) private readonly seats: Seats,
  ) {}

  /** Whether the ledger does not know yet what this process recorded of a letter. */
  isAhead(letter: LetterId): boolean {
    const position = this.#ahead.get(letter);
    if (position === undefined) return false;
    if (position > this.keeper.ledger.position) return true;
    this.#ahead.delete(letter);
    return false;
  }

  /** False where it is another's, or was. */
  async handOver(open: OpenLetter): Promise<boolean> {
    if (open.status !== 'intended' && open.status !== 'deferred') return false;
    return this.#append(open, open.version, [this.#handedOver(open)]);
  }

  /** What came of a letter that was handed over here. */
  async settle(open: OpenLetter, result: LetterOutcome): Promise<void> {
    if (await this.#append(open, open.version + 1, [outcome(open.letter, result)])) return;
    // It bounced before it was answered, or was looked for meanwhile: what is known counts.
    await this.conclude(open.letter, result);
  }

  /** An attempt that ended before the letter could leave: one step, so that a crash never leaves it handed over. */
  async turnedAway(open: OpenLetter, result: LetterOutcome): Promise<boolean> {
    return this.#append(open, open.version, [this.#handedOver(open), outcome(open.letter, result)]);
  }

  /** What was found out about a letter, wherever its stream stands. */
  async conclude(letter: LetterId, result: LetterOutcome): Promise<void> {
    const settle = [{ type: 'settle', letter, result }] as const;
    await handle(this.store, streamOf(letter), inOne(letterDecider), settle);
  }

  async #append({ letter }: OpenLetter, version: number, events: readonly NewEvent[]): Promise<boolean> {
    // In order, too: what came of a letter is recorded before the next one leaves over the same line.
    await this.#together.next();
    try {
      const { position } = await this.store.append(streamOf(letter), events, version);
      this.#ahead.set(letter, position);
      this.#sweep();
      return true;
    } catch (error) {
      if (error instanceof WrongVersion) return false;
      throw error;
    }
  }

  /** Says who hands it over: whether that courier lives tells whether the letter is still in hand. */
  #handedOver({ letter, handedOver }: OpenLetter): NewEvent {
    const data = { letter, attempt: handedOver + 1 };
    return { type: 'letter.handed-over', data, metadata: { correlation: this.seats.own } };
  }

  #sweep(): void {
    if (this.#ahead.size < 10_000) return;
    for (const letter of this.#ahead.keys()) this.isAhead(letter);
  }
}

const outcome = (letter: LetterId, result: LetterOutcome): NewEvent => {
  switch (result.outcome) {
    case 'accepted':
      return { type: 'letter.accepted', data: { letter, response: result.response } };
    case 'refused':
      return { type: 'letter.refused', data: { letter, code: result.code, permanent: result.permanent } };
    case 'unknown':
      return { type: 'letter.unknown', data: { letter, detail: result.detail } };
  }
};
