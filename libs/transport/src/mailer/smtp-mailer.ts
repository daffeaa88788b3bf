import { Mailer, noAddress, type Delivery, type MayLeave, type Message } from './mailer.js';
import { isOneAddress } from './mime.js';
import { SmtpLine, type SmtpOptions } from './smtp-line.js';

export type { Dkim } from './composing.js';

/** How many connections to the provider are open at most. */
const lines = 4;

/** Hands letters to an SMTP server; a connection carries one letter at a time, so that its phase is always known. */
export class SmtpMailer extends Mailer {
  readonly #idle: SmtpLine[];
  readonly #all: readonly SmtpLine[];
  readonly #waiting: ((line: SmtpLine) => void)[] = [];

  /** Throws for a DKIM key that cannot sign: letters would leave unsigned without anybody noticing. */
  constructor(options: SmtpOptions) {
    super();
    const key = options.dkim?.privateKey;
    if (key && (key.type !== 'private' || key.asymmetricKeyType !== 'rsa'))
      throw new Error(`the DKIM key must be a private RSA key, and is ${key.type} ${key.asymmetricKeyType ?? ''}`);
    this.#all = Array.from({ length: lines }, () => new SmtpLine(options));
    this.#idle = [...this.#all];
  }

  async send(message: Message, mayLeave: MayLeave): Promise<Delivery> {
    if (!isOneAddress(message.to)) return noAddress;
    const line = this.#idle.pop() ?? (await new Promise<SmtpLine>((resolve) => this.#waiting.push(resolve)));
    try {
      return await line.send(message, mayLeave);
    } finally {
      const next = this.#waiting.shift();
      if (next) next(line);
      else this.#idle.push(line);
    }
  }

  /** A provider does not say what it took before. */
  async wasAccepted(): Promise<'cannot-tell'> {
    return 'cannot-tell';
  }

  async keeps(): Promise<readonly string[]> {
    return [];
  }

  async forget(): Promise<readonly string[]> {
    return [];
  }

  async close(): Promise<void> {
    for (const line of this.#all) line.close();
  }
}
