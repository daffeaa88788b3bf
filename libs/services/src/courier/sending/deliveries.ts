import { Inject, Injectable, Logger } from '@nestjs/common';
import { MaySend } from '../../postmaster/may-send.js';
import { OneAtATime } from '../../wiring/one-at-a-time.js';
import { Lifetime } from '../../wiring/lifetime.js';
import { Completing } from './completing.js';
import type { OpenIssue } from '../ledger/ledger.js';
import { LetterSender } from './letter-sender.js';
import { LettersToGo } from './letters-to-go.js';
import { OthersInHand } from './others-in-hand.js';
import type { Picking } from './picking.js';

/** How many letters are made ready and handed over at the same time: some wait for a line while others are on theirs. */
const hands = 16;

/** How long it is waited for letters that other couriers have in hand, in milliseconds. */
const patience = 30_000;

/** How long until it is looked again whether letters would be refused, in milliseconds. */
const whileHindered = 600_000;

/** Hands over every letter that stands intended, and completes an issue when each of its letters came to an end. */
@Injectable()
export class Deliveries {
  readonly #logger = new Logger('Courier');
  readonly #turns = new OneAtATime();
  #next: Promise<void> | undefined;
  #alarm: NodeJS.Timeout | undefined;

  constructor(
    @Inject(LettersToGo) private readonly toGo: LettersToGo,
    @Inject(LetterSender) private readonly sender: LetterSender,
    @Inject(Completing) private readonly completing: Completing,
    @Inject(OthersInHand) private readonly others: OthersInHand,
    @Inject(MaySend) private readonly maySend: MaySend,
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
    const until = performance.now() + patience;
    for (;;) {
      await this.completing.giveUpWhatIsRejected();
      const picking = await this.toGo.now();
      const went = picking && !(await this.#isHindered()) && (await this.#round(picking, taken));
      if (this.lifetime.signal.aborted || (!went && !(await this.#othersHave(until)))) break;
    }
    await this.completing.complete();
    return taken;
  }

  /** What others leave is taken on, and its end may be an issue's: which only the one that has the role completes. */
  async #othersHave(until: number): Promise<boolean> {
    return this.completing.isMine && performance.now() <= until && (await this.others.awaited());
  }

  /** Where every provider would refuse our letters, none is sent; it is looked again a while later. */
  async #isHindered(): Promise<boolean> {
    const hindrances = await this.maySend.hindrances();
    if (hindrances.length === 0) return false;
    this.#logger.error(`letters wait, since they would be refused (see relais doctor): ${hindrances.join('; ')}`);
    this.#wakeIn(whileHindered);
    return true;
  }

  /** Resolves to whether any letter went, or was given up: then there may be more. */
  async #round(picking: Picking, taken: Map<string | undefined, number>): Promise<boolean> {
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
    const { pause } = picking;
    if (pause !== undefined)
      this.#logger.warn(`letters wait for ${Math.ceil(pause / 1_000)} s: their provider wants fewer at a time`);
    this.#wakeIn(pause);
    return any;
  }

  /** Goes on after a while with what had to wait. */
  #wakeIn(pause: number | undefined): void {
    clearTimeout(this.#alarm);
    if (pause === undefined) return;
    this.#alarm = setTimeout(() => {
      if (!this.lifetime.signal.aborted) this.lifetime.run('the letters that waited', () => this.resume());
    }, pause).unref();
  }
}
