import { Inject, Injectable } from '@nestjs/common';
import { Mailer } from '@relais/transport';
import { Clock } from '@relais/vocabulary';
import { LedgerKeeper } from '../ledger/ledger-keeper.js';
import { issuesOf, neverLeft, type OpenLetter } from '../ledger/ledger.js';
import { LetterLog } from './letter-log.js';
import { LetterSender } from './letter-sender.js';
import { Seats } from './seats.js';

/** After so long without an answer, what somebody waits for is sent again, in milliseconds. */
const longEnough = 3_600_000;

/**
 * Letters of which nobody knows what came: those that a courier had in hand when it died, and those whose line broke after their
 * end. Whoever took letters is asked, at once and again later. Where nobody can tell, a digest is not sent again, since none is better
 * than two; what somebody waits for is, after an hour and under the same Message-ID.
 */
@Injectable()
export class Unsettled {
  constructor(
    @Inject(Mailer) private readonly mailer: Mailer,
    @Inject(LedgerKeeper) private readonly keeper: LedgerKeeper,
    @Inject(LetterLog) private readonly log: LetterLog,
    @Inject(LetterSender) private readonly sender: LetterSender,
    @Inject(Seats) private readonly seats: Seats,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** What was in hand of couriers that live no more. */
  async settleLeft(): Promise<number> {
    await this.keeper.fold();
    const left = [...this.keeper.ledger.openLetters.values()].filter(
      ({ letter, status, by }) =>
        status === 'handed-over' && !this.sender.has(letter) && (by === undefined || !this.seats.isAlive(by)),
    );
    for (const open of left)
      if (!(await this.#ask(open)))
        await this.log.conclude(open.letter, {
          outcome: 'unknown',
          detail: 'the courier stopped while it was handed over',
        });
    if (left.length > 0) await this.keeper.fold();
    return left.length;
  }

  /** Asks again for those of which it is unknown; resolves to how many it is known of now, or are to be sent again. */
  async askAgain(): Promise<number> {
    await this.keeper.fold();
    let found = 0;
    for (const open of [...this.keeper.ledger.unknownLetters.values()])
      if ((await this.#ask(open)) || (await this.#againWhereDue(open))) found++;
    if (found > 0) await this.keeper.fold();
    return found;
  }

  async #ask({ letter, handedOverAt }: OpenLetter): Promise<boolean> {
    const accepted = await this.mailer.wasAccepted(this.sender.messageId(letter), handedOverAt);
    if (accepted === 'cannot-tell') return false;
    await this.log.conclude(
      letter,
      accepted
        ? { outcome: 'accepted', response: 'found later where it was taken' }
        : { outcome: 'refused', code: neverLeft, permanent: false },
    );
    return true;
  }

  async #againWhereDue(open: OpenLetter): Promise<boolean> {
    const age = Date.parse(this.clock.now()) - Date.parse(open.at);
    if (age < longEnough || !this.#isWaitedFor(open)) return false;
    await this.log.conclude(open.letter, { outcome: 'refused', code: 'no answer', permanent: false });
    return true;
  }

  #isWaitedFor(open: OpenLetter): boolean {
    if (open.purpose === 'confirmation' || open.purpose === 'correction') return true;
    const { openIssues } = this.keeper.ledger;
    return issuesOf(open).some((issue) => openIssues.get(issue)?.composed.cadence === 'notice');
  }
}
