import { Inject, Injectable, Logger } from '@nestjs/common';
import { OneAtATime } from '../wiring/one-at-a-time.js';
import { Lifetime } from '../wiring/lifetime.js';
import { Completing } from './completing.js';
import { issuesOf, type OpenIssue, type OpenLetter } from './ledger.js';
import { LedgerKeeper } from './ledger-keeper.js';
import { LetterSender, type Due } from './letter-sender.js';
import { Picking } from './picking.js';
import { Receivers } from './receivers.js';
import { Shares } from './shares.js';

/** How many letters are made ready and handed over at the same time: some wait for a line while others are on theirs. */
const hands = 16;

/** Hands over every letter that stands intended, and completes an issue when each of its letters came to an end. */
@Injectable()
export class Deliveries {
  readonly #logger = new Logger('Courier');
  readonly #turns = new OneAtATime();
  #next: Promise<void> | undefined;
  #alarm: NodeJS.Timeout | undefined;

  constructor(
    @Inject(LedgerKeeper) private readonly keeper: LedgerKeeper,
    @Inject(LetterSender) private readonly sender: LetterSender,
    @Inject(Receivers) private readonly receivers: Receivers,
    @Inject(Completing) private readonly completing: Completing,
    @Inject(Shares) private readonly shares: Shares,
    @Inject(Lifetime) private readonly lifetime: Lifetime,
  ) {}

  /** One errand about issues after another: composing one is an errand too. */
  inTurn<Result>(errand: () => Promise<Result>): Promise<Result> {
    return this.#turns.take(errand);
  }

  /** Goes on with whatever has not left yet; asked again before it began, it is done once. */
  resume(): Promise<void> {
    this.#next ??= this.inTurn(async () => {
      this.#next = undefined;
      await this.#handOverAll();
    });
    return this.#next;
  }

  /** Hands over what has not left yet, and resolves to how many letters of this issue were taken. To be called {@link inTurn}. */
  async deliver({ composed: { issue } }: OpenIssue): Promise<number> {
    return (await this.#handOverAll()).get(issue) ?? 0;
  }

  /** How many letters were taken, by their issue. */
  async #handOverAll(): Promise<ReadonlyMap<string | undefined, number>> {
    const taken = new Map<string | undefined, number>();
    for (;;) {
      await this.completing.giveUpWhatIsRejected();
      await this.keeper.fold();
      const letters = this.shares.of([...this.keeper.ledger.openLetters.values()].filter((open) => this.#mayGo(open)));
      if (letters.length === 0 || !(await this.#round(letters, taken))) break;
      if (this.lifetime.signal.aborted) break;
    }
    await this.completing.complete();
    return taken;
  }

  /** Resolves to whether any letter went, or was given up: then there may be more. */
  async #round(letters: readonly OpenLetter[], taken: Map<string | undefined, number>): Promise<boolean> {
    const picking = new Picking(this.#due(letters), this.receivers);
    let any = false;
    const hand = async (): Promise<void> => {
      for (let due = await picking.next(); due; due = await picking.next()) {
        const sent = await this.sender.send(due).finally(() => picking.ended());
        any ||= sent !== 'not-due';
        if (sent === 'accepted') taken.set(due.open.issue, (taken.get(due.open.issue) ?? 0) + 1);
        if (this.lifetime.signal.aborted) return;
      }
    };
    const ends = await Promise.allSettled(Array.from({ length: hands }, hand));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
    this.#wakeIn(picking.pause);
    return any;
  }

  *#due(letters: readonly OpenLetter[]): Generator<Due> {
    for (const open of letters) {
      const subscriber = this.receivers.of(open);
      if (subscriber) yield { open, subscriber };
    }
  }

  #mayGo(open: OpenLetter): boolean {
    const { openIssues } = this.keeper.ledger;
    return (
      open.status === 'intended' &&
      open.purpose !== 'confirmation' &&
      !this.sender.has(open.letter) &&
      !issuesOf(open).some((issue) => openIssues.get(issue)?.waits)
    );
  }

  /** Goes on when a provider that wanted none for now may be asked again. */
  #wakeIn(pause: number | undefined): void {
    clearTimeout(this.#alarm);
    if (pause === undefined) return;
    this.#logger.warn(`letters wait for ${Math.ceil(pause / 1_000)} s: their provider wants fewer at a time`);
    this.#alarm = setTimeout(() => {
      if (!this.lifetime.signal.aborted) this.lifetime.run('the letters that waited', () => this.resume());
    }, pause).unref();
  }
}
