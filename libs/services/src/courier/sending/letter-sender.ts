import { Inject, Injectable, Logger } from '@nestjs/common';
import type { LetterTemplate } from '@relais/digests';
import { letter as letterDecider, type LetterOutcome } from '@relais/digest';
import { EventStore, handle } from '@relais/event-store';
import { Keys, Mailer, type Delivery, type Message } from '@relais/transport';
import type { LetterId } from '@relais/vocabulary';
import { LettersUnderWay } from '../../erasing/letters-under-way.js';
import { Deployment } from '../../wiring/deployment.js';
import { CannotWrite, type Written } from '../kinds/letter-kind.js';
import { LetterKinds } from '../kinds/letter-kinds.js';
import { LetterLog } from './letter-log.js';
import type { OpenLetter, Subscriber } from '../ledger/ledger.js';
import { domainOf, Receivers } from './receivers.js';
import { ReturnPaths } from './return-paths.js';

/** A letter that is to go out, and to whom; `to` where its turn was taken at that address. */
export type Due = Readonly<{ open: OpenLetter; subscriber: Subscriber; to?: string }>;

/** What became of handing it over; `not-due` when somebody else was first, or its receiver has left. */
export type Sent = LetterOutcome['outcome'] | 'not-due';

/** How many templates are kept: they differ by issue, language and what people want of an issue. */
const mostTemplates = 64;

/**
 * Hands over one letter: recorded right before its end leaves and when there is an answer, so that the ledger is right whenever
 * the process ends, and seldom cannot tell.
 */
@Injectable()
export class LetterSender {
  readonly #logger = new Logger('Courier');
  /** Rendered once for all letters of a key, never per person. */
  readonly #templates = new Map<string, LetterTemplate>();
  readonly #inHand = new Set<LetterId>();

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Mailer) private readonly mailer: Mailer,
    @Inject(Keys) private readonly keys: Keys,
    @Inject(Deployment) private readonly deployment: Deployment,
    @Inject(LetterKinds) private readonly kinds: LetterKinds,
    @Inject(LetterLog) private readonly log: LetterLog,
    @Inject(Receivers) private readonly receivers: Receivers,
    @Inject(ReturnPaths) private readonly returnPaths: ReturnPaths,
    @Inject(LettersUnderWay) private readonly underWay: LettersUnderWay,
  ) {}

  /** The id of a letter, made from what it is about: the same again is the same letter. */
  idOf(about: string): LetterId {
    return this.keys.lookup(`letter ${about}`) as LetterId;
  }

  messageId(letter: LetterId): string {
    return `<${letter}@${new URL(this.deployment.settings.publicUrl).hostname}>`;
  }

  /** Whether this process has it in hand, or has had and the ledger does not know yet what came of it. */
  has(letter: LetterId): boolean {
    return this.#inHand.has(letter) || this.log.isAhead(letter);
  }

  /** Hands over a letter that stands intended or deferred in the ledger. */
  async send(due: Due): Promise<Sent> {
    const { open, subscriber } = due;
    const { turns } = this.receivers;
    const to = due.to ?? (await this.receivers.addressOf(open, subscriber)) ?? '';
    const domain = domainOf(to);
    if (due.to === undefined) turns.enter(domain);
    let answer: Delivery | undefined;
    try {
      if (this.has(open.letter)) return 'not-due';
      this.#inHand.add(open.letter);
      const answered = (delivery: Delivery): void => void (answer = delivery);
      return await this.underWay
        .to(open.subscription, () => this.#send({ open, subscriber, to }, answered))
        .finally(() => this.#inHand.delete(open.letter));
    } finally {
      turns.leave(domain, answer);
    }
  }

  async giveUp(letter: LetterId, why: string): Promise<Sent> {
    await handle(this.store, `letter-${letter}`, letterDecider, { type: 'give-up', letter, why });
    return 'not-due';
  }

  async #send({ open, subscriber, to }: Required<Due>, answered: (delivery: Delivery) => void): Promise<Sent> {
    const { letter } = open;
    // As far as is known; it is made sure of when all is ready to leave.
    if (subscriber.status === 'ended') return this.giveUp(letter, 'left');
    if (to === '') return this.giveUp(letter, 'forgotten');
    const written = await this.#written({ open, subscriber });
    if (written === 'waits') return 'not-due';
    if (written === undefined) return this.giveUp(letter, 'nothing to say');
    let asked = false;
    const result = await this.mailer.send(this.#message({ open, subscriber, to }, written), () => {
      asked = true;
      return this.#mayLeave({ open, subscriber });
    });
    answered(result);
    if (result.outcome === 'kept') return 'not-due';
    return this.#settle(open, result, asked);
  }

  async #written({ open, subscriber }: Due): Promise<Written | undefined | 'waits'> {
    try {
      return await this.kinds.of(open.purpose).write(open, subscriber);
    } catch (error) {
      if (!(error instanceof CannotWrite)) throw error;
      this.#logger.warn(`letter ${open.letter} waits: ${error.message}`);
      return 'waits';
    }
  }

  #message({ open: { letter }, subscriber, to }: Required<Due>, written: Written): Message {
    const { key, template, slots, headers, date, from = this.deployment.settings.mailFrom } = written;
    const { subject, text, html } = this.#template(key, template);
    return {
      ...{ messageId: this.messageId(letter), date, from, to, subject, text, slots },
      ...(html !== undefined && { html }),
      ...this.returnPaths.of(letter, subscriber.subscription, headers),
    };
  }

  #template(key: string, make: () => LetterTemplate): LetterTemplate {
    const made = this.#templates.get(key) ?? make();
    // The one that was used least lately goes.
    this.#templates.delete(key);
    this.#templates.set(key, made);
    const [oldest] = this.#templates.keys();
    if (this.#templates.size > mostTemplates && oldest !== undefined) this.#templates.delete(oldest);
    return made;
  }

  /** The moment a letter is handed over, after which nobody can tell by oneself what became of it. */
  async #mayLeave({ open, subscriber }: Due): Promise<boolean> {
    // Connecting may have taken minutes.
    if (await this.receivers.hasLeft(subscriber)) {
      await this.giveUp(open.letter, 'left');
      return false;
    }
    return this.log.handOver(open);
  }

  async #settle(open: OpenLetter, result: Exclude<Delivery, { outcome: 'kept' }>, asked: boolean): Promise<Sent> {
    if (!asked) return (await this.log.turnedAway(open, result)) ? result.outcome : 'not-due';
    if (result.outcome === 'unknown')
      this.#logger.warn(`letter ${open.letter}: it is not known whether it was taken; whoever took it will be asked`);
    await this.log.settle(open, result);
    return result.outcome;
  }
}
