import type { Instant } from '@relais/vocabulary';
import { composing, type Dkim } from './composing.js';
import { Mailer, noAddress, type Delivery, type MayLeave, type Message } from './mailer.js';
import type { MtaLog } from './mta-log/mta-log.js';
import { SmtpLines } from './smtp-lines.js';
import { settingsOf } from './smtp-settings.js';

export type { Dkim } from './composing.js';

export type SmtpOptions = Readonly<{
  url: string;
  dkim?: Dkim;
  /** Of the server, where that is a Postfix on this machine: what it took is looked up there. */
  mtaLog?: MtaLog;
}>;

/** Hands letters to an SMTP server; a connection carries one letter at a time, so that its phase is always known. */
export class SmtpMailer extends Mailer {
  readonly #compose;
  readonly #lines: SmtpLines;
  readonly #log: MtaLog | undefined;

  /** Throws for a DKIM key that cannot sign: letters would leave unsigned without anybody noticing. */
  constructor({ url, dkim, mtaLog }: SmtpOptions) {
    super();
    const key = dkim?.privateKey;
    if (key && (key.type !== 'private' || key.asymmetricKeyType !== 'rsa'))
      throw new Error(`the DKIM key must be a private RSA key, and is ${key.type} ${key.asymmetricKeyType ?? ''}`);
    this.#compose = composing(dkim);
    this.#lines = new SmtpLines(settingsOf(url));
    this.#log = mtaLog;
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

  /** A provider does not say what it took before; its log does, where we have it. */
  async wasAccepted(messageId: string, handedOver?: Instant): Promise<boolean | 'cannot-tell'> {
    const moment = handedOver === undefined ? undefined : Date.parse(handedOver);
    const standing = (await this.#log?.standings(new Map([[messageId, moment]])))?.get(messageId)?.standing;
    if (standing === undefined || standing === 'cannot-tell') return 'cannot-tell';
    return standing === 'taken';
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
