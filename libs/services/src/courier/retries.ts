import { Inject, Injectable } from '@nestjs/common';
import { Queue } from '@relais/transport';
import { Clock, type LetterId } from '@relais/vocabulary';
import { alarmTime } from '../wiring/alarm-time.js';
import { Deliveries } from './deliveries.js';
import { LedgerKeeper } from './ledger-keeper.js';
import { LetterSender } from './letter-sender.js';

/** How long after each refusal that is not for good a letter is tried again, in minutes; then it is given up (RFC 5321, 4.5.4.1). */
const pauses = [1, 5, 15, 60, 240, 720, 1_440];

/** Tries again what was refused for now, later and later. */
@Injectable()
export class Retries {
  constructor(
    @Inject(Queue) private readonly queue: Queue,
    @Inject(LedgerKeeper) private readonly keeper: LedgerKeeper,
    @Inject(LetterSender) private readonly sender: LetterSender,
    @Inject(Deliveries) private readonly deliveries: Deliveries,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async start(): Promise<void> {
    await this.queue.onRing('letter', (id) => this.#ring(id as LetterId));
  }

  /** Sets an alarm for each letter that waits; counted from its refusal, so that setting it again moves nothing. */
  async arm(): Promise<void> {
    await this.keeper.fold();
    for (const { letter, status, attempts, at } of [...this.keeper.ledger.openLetters.values()]) {
      if (status !== 'deferred') continue;
      const minutes = pauses[attempts - 1];
      if (minutes === undefined) await this.sender.giveUp(letter, `given up after ${attempts} attempts`);
      else
        await this.queue.set({
          kind: 'letter',
          id: letter,
          at: alarmTime(Date.parse(at) + minutes * 60_000, this.clock),
        });
    }
  }

  async #ring(id: LetterId): Promise<void> {
    await this.keeper.fold();
    const { ledger } = this.keeper;
    const open = ledger.openLetters.get(id);
    const subscriber = open && ledger.subscribers.get(open.subscription);
    if (open?.status !== 'deferred' || subscriber === undefined) return;
    const issue = open.issue && ledger.openIssues.get(open.issue);
    await this.sender.send({ letter: id, subscriber, ...(issue && { issue }) });
    await this.arm();
    // It may have been the last one of its issue.
    await this.deliveries.resume();
  }
}
