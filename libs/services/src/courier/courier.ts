import { Inject, Injectable, Logger } from '@nestjs/common';
import { knownEvent } from '@relais/catalogue';
import { digest as digestDecider, letter as letterDecider } from '@relais/digest';
import { EventStore, handle } from '@relais/event-store';
import { Keys, Queue } from '@relais/transport';
import type { LetterId, SubscriptionId } from '@relais/vocabulary';
import { Ledger, type OpenIssue, type OpenLetter, type Subscriber } from './ledger.js';
import { LetterSender, type Sent } from './letter-sender.js';

/** How long after each refusal that is not for good a letter is tried again, in minutes; then it is given up. */
const pauses = [1, 5, 15, 60, 240, 720, 1_440];

/** How many letters are handed over at the same time. */
const hands = 4;

/**
 * Sends what the log says is to be sent, and records what came of it: confirmations to who asked, issues to who confirmed.
 * All it knows is folded from the log, so that after a crash it goes on where it stood.
 */
@Injectable()
export class Courier {
  readonly ledger = new Ledger();
  readonly #logger = new Logger('Courier');
  /** One errand after another: the ledger is folded by one hand. */
  #errands: Promise<unknown> = Promise.resolve();

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(LetterSender) private readonly sender: LetterSender,
    @Inject(Keys) private readonly keys: Keys,
    @Inject(Queue) private readonly queue: Queue,
  ) {}

  /** Settles what a crash left open, then sends whatever is due. */
  async start(): Promise<void> {
    await this.queue.onRing('letter', (id) => this.#again(id as LetterId));
    await this.inTurn(async () => {
      await this.fold();
      for (const { letter, status } of [...this.ledger.openLetters.values()])
        if (status === 'handed-over') await this.sender.reconcile(letter);
      await this.#sendAllDue();
    });
  }

  /** Sends what became due since, as the log grows. */
  async follow(signal: AbortSignal): Promise<void> {
    const types = ['subscription.requested', 'digest.composed'];
    for await (const _page of this.store.subscribe(this.ledger.position, signal, { types }))
      await this.inTurn(() => this.#sendAllDue());
  }

  /** Brings the ledger to the log's head. */
  async fold(): Promise<void> {
    for await (const page of this.store.readAll(this.ledger.position, { types: Ledger.types }))
      for (const event of page) this.ledger.evolve(knownEvent(event));
  }

  inTurn<Result>(errand: () => Promise<Result>): Promise<Result> {
    const turn = this.#errands.then(errand);
    this.#errands = turn.catch(() => undefined);
    return turn;
  }

  async #sendAllDue(): Promise<void> {
    await this.fold();
    for (const subscriber of [...this.ledger.subscribers.values()])
      if (subscriber.status === 'requested') await this.#confirm(subscriber);
    for (const issue of [...this.ledger.openIssues.values()]) await this.deliver(issue);
    await this.fold();
    const now = Date.now();
    for (const letter of this.ledger.openLetters.values())
      if (letter.status === 'deferred') await this.#retryLater(letter, now);
  }

  /** Each request has one confirmation letter, whose id is made from it: asked for again, it is found in the ledger. */
  async #confirm(subscriber: Subscriber): Promise<void> {
    const { subscription, list, requests } = subscriber;
    const letter = this.#letterId(`confirmation ${subscription} ${requests}`);
    const intended = { letter, subscription, list, purpose: 'confirmation' as const };
    await handle(this.store, `letter-${letter}`, letterDecider, { type: 'intend', intended });
    await this.#send(letter, subscriber);
  }

  /** Hands over every letter of an issue that has not left yet, and completes it when none is open any more. */
  async deliver(issue: OpenIssue): Promise<number> {
    const { issue: id, list } = issue.composed;
    const waiting = this.ledger.recipientsOf(issue);
    const total = waiting.length;
    const hand = async (): Promise<void> => {
      for (let subscriber = waiting.pop(); subscriber; subscriber = waiting.pop()) {
        const letter = this.#letterId(`digest ${id} ${subscriber.subscription}`);
        const intended = { letter, subscription: subscriber.subscription, list, purpose: 'digest' as const, issue: id };
        await handle(this.store, `letter-${letter}`, letterDecider, { type: 'intend', intended });
        await this.#send(letter, subscriber, issue);
      }
    };
    await Promise.all(Array.from({ length: hands }, hand));
    await this.fold();
    const open = [...this.ledger.openLetters.values()].some((letter) => letter.issue === id);
    if (!open) await handle(this.store, `digest-${id}`, digestDecider, { type: 'complete', issue: id, letters: total });
    await this.fold();
    return total;
  }

  async #send(letter: LetterId, subscriber: Subscriber, issue?: OpenIssue): Promise<Sent> {
    // Who left a moment ago must not get this letter: their stream is asked, not what was folded before.
    if (await this.#hasLeft(subscriber.subscription)) return 'not-due';
    const sent = await this.sender.send({ letter, subscriber, ...(issue && { issue }) });
    if (sent === 'unknown')
      this.#logger.warn(`letter ${letter}: it is not known whether it was taken; it is not sent again`);
    return sent;
  }

  async #hasLeft(subscription: SubscriptionId): Promise<boolean> {
    for await (const { type } of this.store.read(`subscription-${subscription}`))
      if (type === 'subscription.ended') return true;
    return false;
  }

  async #retryLater({ letter, attempts }: OpenLetter, now: number): Promise<void> {
    const minutes = pauses[attempts - 1];
    if (minutes === undefined) {
      await handle(this.store, `letter-${letter}`, letterDecider, { type: 'hand-over', letter });
      await handle(this.store, `letter-${letter}`, letterDecider, {
        type: 'settle',
        letter,
        result: { outcome: 'refused', code: 'given up', permanent: true },
      });
      return;
    }
    await this.queue.set({ kind: 'letter', id: letter, at: new Date(now + minutes * 60_000).toISOString() });
  }

  async #again(letter: LetterId): Promise<void> {
    await this.inTurn(async () => {
      await this.fold();
      const open = this.ledger.openLetters.get(letter);
      const subscriber = open && this.ledger.subscribers.get(open.subscription);
      if (open?.status !== 'deferred' || subscriber === undefined) return;
      await this.#send(letter, subscriber, open.issue && this.ledger.openIssues.get(open.issue));
      await this.#sendAllDue();
    });
  }

  #letterId(about: string): LetterId {
    return this.keys.lookup(`letter ${about}`) as string as LetterId;
  }
}
