import { Inject, Injectable, Logger } from '@nestjs/common';
import { filled, type LetterTemplate } from '@relais/digests';
import { letter as letterDecider, type LetterOutcome } from '@relais/digest';
import { EventStore, handle } from '@relais/event-store';
import { Keys, Mailer } from '@relais/transport';
import type { LetterId } from '@relais/vocabulary';
import { LettersUnderWay } from '../erasing/letters-under-way.js';
import { Deployment } from '../wiring/deployment.js';
import { inOne } from './in-one.js';
import { LedgerKeeper } from './ledger-keeper.js';
import { neverLeft, type OpenIssue, type Subscriber } from './ledger.js';
import type { Written } from './kinds/letter-kind.js';
import { LetterKinds } from './kinds/letter-kinds.js';

/** A letter that is to go out: what it is, and to whom. */
export type Due = Readonly<{ letter: LetterId; subscriber: Subscriber; issue?: OpenIssue }>;

/** What became of handing it over; `not-due` when somebody else was first, or its receiver has left. */
export type Sent = LetterOutcome['outcome'] | 'not-due';

/**
 * Hands over one letter: recorded right before its end leaves and when there is an answer, so that the ledger is right whenever
 * the process ends, and seldom cannot tell.
 */
@Injectable()
export class LetterSender {
  readonly #logger = new Logger('Courier');
  /** Rendered once per issue and language, never per person. */
  readonly #templates = new Map<string, LetterTemplate>();

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Mailer) private readonly mailer: Mailer,
    @Inject(Keys) private readonly keys: Keys,
    @Inject(Deployment) private readonly deployment: Deployment,
    @Inject(LedgerKeeper) private readonly keeper: LedgerKeeper,
    @Inject(LetterKinds) private readonly kinds: LetterKinds,
    @Inject(LettersUnderWay) private readonly underWay: LettersUnderWay,
  ) {}

  /** Where a letter that may have left can be asked for, it is; where not, its outcome stays unknown and it is not sent again. */
  async reconcile(letter: LetterId): Promise<Sent> {
    const accepted = await this.mailer.wasAccepted(this.#messageId(letter));
    if (accepted === true) return this.#settle(letter, { outcome: 'accepted', response: 'found after a restart' });
    if (accepted === false) return this.#settle(letter, { outcome: 'refused', code: neverLeft, permanent: false });
    return this.#settle(letter, { outcome: 'unknown', detail: 'the courier stopped while it was handed over' });
  }

  /** Records that a letter is intended, then hands it over; `about` is what its id is made from: the same again is the same letter. */
  async write(about: string, due: Omit<Due, 'letter'>): Promise<Sent> {
    const letter = this.keys.lookup(`letter ${about}`) as LetterId;
    const { subscription, list } = due.subscriber;
    const issue = due.issue?.composed.issue;
    const purpose = issue ? ('digest' as const) : ('confirmation' as const);
    const intended = { letter, subscription, list, purpose, ...(issue && { issue }) };
    await handle(this.store, `letter-${letter}`, letterDecider, { type: 'intend', intended });
    return this.send({ ...due, letter });
  }

  /** Hands over a letter that was intended, or was refused for now. */
  send(due: Due): Promise<Sent> {
    return this.underWay.to(due.subscriber.subscription, () => this.#send(due));
  }

  async #send(due: Due): Promise<Sent> {
    const { letter, subscriber } = due;
    // Who left a moment ago must not get this letter: their stream is asked, not what was folded before.
    if (await this.#hasLeft(subscriber)) return this.giveUp(letter, 'left');
    const address = await this.keys.open(subscriber.person, subscriber.address);
    if (address === undefined) return this.giveUp(letter, 'forgotten');
    const written = await this.#write(due);
    if (written === undefined) return this.giveUp(letter, 'nothing to say');
    const { headers, date } = written;
    const { mailFrom: from } = this.deployment.settings;
    const about = { messageId: this.#messageId(letter), date, from, to: address, headers };
    let asked = false;
    const result = await this.mailer.send({ ...about, ...this.#filled(written) }, () => {
      asked = true;
      return this.#mayLeave(due);
    });
    if (result.outcome === 'kept') return 'not-due';
    if (!asked) return this.#turnedAway(letter, result);
    if (result.outcome === 'unknown')
      this.#logger.warn(`letter ${letter}: it is not known whether it was taken; it is not sent again`);
    return this.#settle(letter, result);
  }

  async #write({ letter, subscriber }: Due): Promise<Written | undefined> {
    await this.keeper.fold();
    const open = this.keeper.ledger.openLetters.get(letter);
    return open && this.kinds.of(open.purpose).write(open, subscriber);
  }

  async giveUp(letter: LetterId, why: string): Promise<Sent> {
    await handle(this.store, `letter-${letter}`, letterDecider, { type: 'give-up', letter, why });
    return 'not-due';
  }

  /** The moment a letter is handed over, after which nobody can tell by oneself what became of it. */
  async #mayLeave({ letter, subscriber }: Due): Promise<boolean> {
    // Connecting may have taken minutes.
    if (await this.#hasLeft(subscriber)) {
      await this.giveUp(letter, 'left');
      return false;
    }
    const decision = await handle(this.store, `letter-${letter}`, letterDecider, { type: 'hand-over', letter });
    return !('refused' in decision);
  }

  async #hasLeft({ subscription }: Subscriber): Promise<boolean> {
    for await (const { type } of this.store.read(`subscription-${subscription}`))
      if (type === 'subscription.ended') return true;
    return false;
  }

  async #settle(letter: LetterId, result: LetterOutcome): Promise<Sent> {
    await handle(this.store, `letter-${letter}`, letterDecider, { type: 'settle', letter, result });
    return result.outcome;
  }

  /** An attempt that ended before the letter could leave: one step, so that a crash never leaves it handed over. */
  async #turnedAway(letter: LetterId, result: LetterOutcome): Promise<Sent> {
    const attempt = [{ type: 'hand-over', letter } as const, { type: 'settle', letter, result } as const];
    const decision = await handle(this.store, `letter-${letter}`, inOne(letterDecider), attempt);
    return 'refused' in decision ? 'not-due' : result.outcome;
  }

  #filled({ key, template, slots }: Written): LetterTemplate {
    const made = this.#templates.get(key) ?? template();
    if (this.#templates.size > 50) this.#templates.clear();
    this.#templates.set(key, made);
    return filled(made, slots);
  }

  #messageId(letter: LetterId): string {
    return `<${letter}@${new URL(this.deployment.settings.publicUrl).hostname}>`;
  }
}
