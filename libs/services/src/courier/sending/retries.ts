import { Inject, Injectable } from '@nestjs/common';
import { Queue } from '@relais/transport';
import { Clock, type LetterId } from '@relais/vocabulary';
import { alarmTime } from '../../wiring/alarm-time.js';
import { Deliveries } from './deliveries.js';
import { LedgerKeeper } from '../ledger/ledger-keeper.js';
import { LetterSender } from './letter-sender.js';
import { domainOf, Receivers } from './receivers.js';

/** How long after each refusal that is not for good a letter is tried again, in minutes; then it is given up (RFC 5321, 4.5.4.1). */
const pauses = [1, 5, 15, 60, 240, 720, 1_440];

/** How many are tried again at the same time. */
const together = 8;

/** Tries again what was refused for now, later and later. */
@Injectable()
export class Retries {
  /** Alarms that were set: until when. */
  readonly #set = new Map<LetterId, string>();

  constructor(
    @Inject(Queue) private readonly queue: Queue,
    @Inject(LedgerKeeper) private readonly keeper: LedgerKeeper,
    @Inject(LetterSender) private readonly sender: LetterSender,
    @Inject(Receivers) private readonly receivers: Receivers,
    @Inject(Deliveries) private readonly deliveries: Deliveries,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async start(): Promise<void> {
    await this.queue.onRing('letter', (id) => this.#ring(id as LetterId), { together });
  }

  /** Sets an alarm for each letter that waits; counted from its refusal, so that setting it again moves nothing. */
  async arm(): Promise<void> {
    await this.keeper.fold();
    const { openLetters } = this.keeper.ledger;
    for (const letter of this.#set.keys()) if (openLetters.get(letter)?.status !== 'deferred') this.#set.delete(letter);
    const set: LetterId[] = [];
    for (const { letter, status, attempts, at } of [...openLetters.values()]) {
      if (status !== 'deferred' || this.#set.get(letter) === at) continue;
      const minutes = pauses[attempts - 1];
      if (minutes === undefined) await this.sender.giveUp(letter, `given up after ${attempts} attempts`);
      else await this.#alarm(letter, Date.parse(at) + minutes * 60_000);
      this.#set.set(letter, at);
      set.push(letter);
    }
    if (set.length === 0) return;
    // One that was given up meanwhile, for whoever was erased, leaves no alarm.
    await this.keeper.fold();
    for (const letter of set) if (!openLetters.has(letter)) await this.queue.cancel('letter', letter);
  }

  async #alarm(letter: LetterId, due: number): Promise<void> {
    await this.queue.set({ kind: 'letter', id: letter, at: alarmTime(due, this.clock) });
  }

  async #ring(id: LetterId): Promise<void> {
    await this.keeper.fold();
    const open = this.keeper.ledger.openLetters.get(id);
    const subscriber = open && this.receivers.of(open);
    if (open?.status !== 'deferred' || subscriber === undefined) return;
    const pause = this.receivers.turns.pauseOf(domainOf((await this.receivers.addressOf(open, subscriber)) ?? ''));
    // A minute later than the first that may go, which says whether others may.
    if (pause > 0) return this.#alarm(id, Date.parse(this.clock.now()) + pause + 60_000);
    await this.sender.send({ open, subscriber });
    await this.arm();
    // It may have been the last one of its issue.
    await this.deliveries.resume();
  }
}
