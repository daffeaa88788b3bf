import type { Composed } from './composing.js';
import type { Delivery, MayLeave } from './mailer.js';
import { failed, isOfTheLine, wantsFewer, withoutAddresses, type SmtpError } from './smtp-answers.js';
import { SmtpSession } from './smtp-session.js';
import type { SmtpSettings } from './smtp-settings.js';
import { WithheldLetter } from './withheld-letter.js';

/** How many letters a connection carries before another takes its place. */
const lettersOfASession = 1_000;

/** How long a connection is kept without a letter, in milliseconds; servers wait for five minutes at least (RFC 5321, 4.5.3.2.7). */
const patience = 4 * 60_000;

const outOfTurn: SmtpError = Object.assign(new Error('the server answered before the end'), { code: 'EPROTOCOL' });

/** What became of a letter over one session; `hungUp` when that ended before anybody was asked whether the letter may leave. */
type HandedOver = Readonly<{ delivery: Delivery; hungUp: boolean }>;

/** What became of a letter; `turnedAway` when the server answered that it does not want another connection for now. */
export type Carried = Readonly<{ delivery: Delivery; turnedAway: boolean }>;

/** One connection to the provider, kept open between letters. */
export class SmtpLine {
  /** The session that the last letter left in order, as soon as it is. */
  #kept: Promise<SmtpSession | undefined> = Promise.resolve(undefined);
  #idle: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(private readonly settings: SmtpSettings) {}

  /** One letter at a time: the next may follow when this has resolved. */
  async send(composed: Composed, mayLeave: MayLeave): Promise<Carried> {
    const kept = await this.#take();
    if (kept) {
      const { delivery, hungUp } = await this.#handOver(kept, composed, mayLeave);
      // The server had enough of waiting, which is no refusal of this letter.
      if (!hungUp) return { delivery, turnedAway: false };
    }
    if (this.#closed) return { delivery: { outcome: 'refused', code: 'closed', permanent: false }, turnedAway: false };
    const opened = await SmtpSession.open(this.settings).catch((error: SmtpError) => error);
    if (opened instanceof SmtpSession)
      return { delivery: (await this.#handOver(opened, composed, mayLeave)).delivery, turnedAway: false };
    const { responseCode = 0 } = opened;
    // What is said to a new line is about lines, and not about whom the letter goes to.
    const { wantsFewer: _, ...refused } = { wantsFewer: undefined, ...failed(opened, false) };
    return { delivery: refused, turnedAway: responseCode >= 400 && responseCode < 500 };
  }

  /** A letter that is being handed over is brought to its end first. */
  close(): void {
    this.#closed = true;
    void this.#take().then((session) => session?.close());
  }

  async #take(): Promise<SmtpSession | undefined> {
    clearTimeout(this.#idle);
    const kept = this.#kept;
    this.#kept = Promise.resolve(undefined);
    const session = await kept;
    return session?.isOpen ? session : undefined;
  }

  async #handOver(session: SmtpSession, { envelope, bytes }: Composed, mayLeave: MayLeave): Promise<HandedOver> {
    const letter = new WithheldLetter(bytes, mayLeave);
    const answer = await session.send(envelope, letter.stream).then(
      (response) => ({ response, error: undefined }),
      (error: SmtpError) => ({ response: '', error }),
    );
    const end = await letter.stop().catch((fault: unknown) => {
      session.close();
      throw fault;
    });
    const error = answer.error ?? (end === 'left' ? undefined : outOfTurn);
    this.#release(session, error);
    if (end === 'kept') return { delivery: { outcome: 'kept' }, hungUp: false };
    if (error)
      return {
        delivery: failed(error, end === 'left'),
        hungUp: end === 'not asked' && isOfTheLine(error) && !wantsFewer(error),
      };
    return { delivery: { outcome: 'accepted', response: withoutAddresses(answer.response) }, hungUp: false };
  }

  /**
   * Keeps a session for the next letter where it is certain what the server will answer next: after a letter was taken, and
   * after an envelope was refused. Otherwise hangs up, which ends a letter that had not ended.
   */
  #release(session: SmtpSession, error?: SmtpError): void {
    const refusedAsAWhole = error?.code === 'EENVELOPE' && !isOfTheLine(error);
    if (this.#closed || (error && !refusedAsAWhole)) return session.close();
    if (session.letters >= lettersOfASession) return session.quit();
    this.#kept = error ? this.#reset(session) : Promise.resolve(session);
    this.#idle = setTimeout(() => void this.#take().then((idle) => idle?.quit()), patience).unref();
  }

  async #reset(session: SmtpSession): Promise<SmtpSession | undefined> {
    try {
      await session.reset();
      return session;
    } catch {
      session.close();
      return undefined;
    }
  }
}
