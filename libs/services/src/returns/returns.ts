import { createHash } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { Keys } from '@relais/transport';
import { subscriptionOfCode } from '@relais/vocabulary';
import { Canaries } from '../external-lists/canaries.js';
import { Subscriptions } from '../subscriptions/subscriptions.js';
import { OneAtATime } from '../wiring/one-at-a-time.js';
import { addressedTo, isReturnAddress, namedIn, told, type Named } from './addressed.js';
import { MailAnswers } from './answering/mail-answers.js';
import { noticeIn, readMail, type Mail, type Notice } from './reading/index.js';
import { ReturnedLetters } from './returned-letters.js';
import { Tally } from './tally.js';

/** The envelope of a message. Of one in a mailbox the headers tell whom it is for: `to` is absent. */
export type Envelope = Readonly<{ from: string; to?: readonly string[] }>;

/** `not-ours`: it is addressed to nothing that somebody here made. `later`: it is of a letter that is not known, or not yet. */
export type Taken = 'taken' | 'not-ours' | 'later';

/**
 * What comes back by mail: letters that were not delivered, complaints, wishes to leave, answers. Nothing that comes here is ever
 * answered, so that no loop begins; of who wrote nothing is kept.
 */
@Injectable()
export class Returns {
  readonly #logger = new Logger('Returns');
  readonly #turns = new OneAtATime();

  constructor(
    @Inject(Keys) private readonly keys: Keys,
    @Inject(Subscriptions) private readonly subscriptions: Subscriptions,
    @Inject(ReturnedLetters) private readonly letters: ReturnedLetters,
    @Inject(MailAnswers) private readonly answers: MailAnswers,
    @Inject(Canaries) private readonly canaries: Canaries,
    @Inject(Tally) private readonly tally: Tally,
  ) {}

  /** Whether mail to this address is taken here; what only looks like such an address is counted as forged. */
  has(address: string): boolean {
    if (!isReturnAddress(address)) return false;
    if (namedIn(address, this.keys).length > 0) return true;
    this.tally.count('forged');
    return false;
  }

  /** Resolves when what it says is in the log: saying it again records nothing. */
  take(raw: Uint8Array, envelope: Envelope): Promise<Taken> {
    return this.#turns.take(() => this.#take(raw, envelope));
  }

  async #take(raw: Uint8Array, { from, to }: Envelope): Promise<Taken> {
    const mail = await this.#read(raw);
    if (mail === undefined) return to === undefined ? 'not-ours' : 'taken';
    const addresses = to?.join('\n') ?? addressedTo(mail);
    const named = namedIn(addresses, this.keys);
    const notice = noticeIn(mail, from);
    const of = this.#noticeId(mail, raw);
    if (notice.kind === 'complaint') return this.#complained(mail, named, of);
    const within = to === undefined && named.length === 0 && notice.kind === 'failures';
    const meant = within ? namedIn(told(mail), this.keys).filter(({ kind }) => kind === 'bounce') : named;
    if (meant.length === 0) {
      if (addresses.split(/[\s<>,;"]+/).some(isReturnAddress)) this.tally.count('forged');
      return 'not-ours';
    }
    const all = [];
    for (const one of meant) all.push(await this.#one(one, mail, notice, of));
    return all.includes('later') ? 'later' : 'taken';
  }

  async #read(raw: Uint8Array): Promise<Mail | undefined> {
    try {
      return await readMail(raw);
    } catch (error) {
      this.tally.count('unclear');
      this.#logger.warn(`a message that came back cannot be read: ${(error as Error).message}`);
      return undefined;
    }
  }

  async #one({ kind, code }: Named, mail: Mail, notice: Notice, of: string): Promise<Taken> {
    if (kind === 'bounce') return this.#cameBack(code, notice, of);
    if (kind === 'canary') {
      await this.canaries.take(code, mail.email);
      return 'taken';
    }
    if (notice.kind === 'failures' || notice.kind === 'uncertain') return this.#passedOver('a report of delivery');
    const subscription = subscriptionOfCode(code);
    if (subscription === undefined) return 'taken';
    if (kind === 'answer') {
      if (notice.kind === 'automatic') return this.#passedOver(notice.why);
      this.tally.count((await this.answers.take(subscription, mail)) ? 'answered' : 'unclear');
      return 'taken';
    }
    // Some mail programs unsubscribe and say that no person wrote; an answer to a letter of ours is none of those.
    if (/^auto-replied/i.test(mail.header('auto-submitted'))) return this.#passedOver('an automatic answer');
    if (await this.subscriptions.leave(subscription, 'mail')) this.tally.count('left');
    return 'taken';
  }

  async #cameBack(code: string, notice: Notice, of: string): Promise<Taken> {
    if (notice.kind === 'automatic' || notice.kind === 'person')
      return this.#passedOver(notice.kind === 'automatic' ? notice.why : 'a letter to where letters come back');
    // Its address says which letter it is of, also where nobody understands the rest: then it may have been for now.
    const unsaid = { action: 'failed', status: '4.0.0' } as const;
    const failures = notice.kind === 'failures' ? notice.failures : [unsaid];
    const failure = failures.find(({ action }) => action === 'failed');
    // Still tried: it may arrive.
    if (failure === undefined) return this.#passedOver('a letter is late');
    return (await this.letters.bounced(code, failure, of)) ? 'taken' : this.#unknown();
  }

  async #complained(mail: Mail, named: readonly Named[], of: string): Promise<Taken> {
    const meant = [...named, ...namedIn(told(mail), this.keys)].filter(({ kind }) => kind === 'bounce');
    const [one] = meant;
    if (one === undefined) {
      // Where only the way to leave is left of our letter, its receiver is known all the same.
      const [leave] = namedIn(told(mail), this.keys);
      const subscription = leave && subscriptionOfCode(leave.code);
      if (subscription === undefined) return 'not-ours';
      if (await this.subscriptions.leave(subscription, 'complaint')) this.tally.count('complained');
      return 'taken';
    }
    return (await this.letters.complained(one, of)) ? 'taken' : this.#unknown();
  }

  #passedOver(why: string): Taken {
    this.tally.count('automatic');
    this.#logger.log(`a message was passed over: ${why}`);
    return 'taken';
  }

  #unknown(): Taken {
    this.tally.count('unknown');
    return 'later';
  }

  /** The same for the same message. Ids of messages name whose provider it was: none is kept as it is. */
  #noticeId({ email }: Mail, raw: Uint8Array): string {
    return this.keys.lookup(`notice ${email.messageId ?? createHash('sha256').update(raw).digest('hex')}`);
  }
}
