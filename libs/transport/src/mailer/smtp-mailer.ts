import { composing, type Dkim } from './composing.js';
import { Mailer, noAddress, type Delivery, type MayLeave, type Message } from './mailer.js';
import { SmtpLines } from './smtp-lines.js';
import { settingsOf } from './smtp-settings.js';

export type { Dkim } from './composing.js';

export type SmtpOptions = Readonly<{ url: string; dkim?: Dkim }>;

/** Hands letters to an SMTP server; a connection carries one letter at a time, so that its phase is always known. */
export class SmtpMailer extends Mailer {
  readonly #compose;
  readonly #lines: SmtpLines;

  /** Throws for a DKIM key that cannot sign: letters would leave unsigned without anybody noticing. */
  constructor({ url, dkim }: SmtpOptions) {
    super();
    const key = dkim?.privateKey;
    if (key && (key.type !== 'private' || key.asymmetricKeyType !== 'rsa'))
      throw new Error(`the DKIM key must be a private RSA key, and is ${key.type} ${key.asymmetricKeyType ?? ''}`);
    this.#compose = composing(dkim);
    this.#lines = new SmtpLines(settingsOf(url));
  }

  async send(message: Message, mayLeave: MayLeave): Promise<Delivery> {
    // Before it has a line: one letter is signed while another is on the wire.
    const composed = await this.#compose(message);
    if (composed === undefined) return noAddress;
    for (;;) {
      const line = await this.#lines.take();
      let again = false;
      try {
        const { delivery, turnedAway } = await line.send(composed, mayLeave);
        if (delivery.outcome === 'accepted') this.#lines.tookOne();
        // The provider has enough of our connections, which is no refusal of this letter: it waits for one that is open.
        again = turnedAway && this.#lines.turnedAway();
        if (!again) return delivery;
      } finally {
        this.#lines.release(line);
      }
    }
  }

  /** A provider does not say what it took before. */
  async wasAccepted(_messageId?: string): Promise<boolean | 'cannot-tell'> {
    return 'cannot-tell';
  }

  async keeps(): Promise<readonly string[]> {
    return [];
  }

  async forget(): Promise<readonly string[]> {
    return [];
  }

  async close(): Promise<void> {
    this.#lines.close();
  }
}
