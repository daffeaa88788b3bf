import type { KeyObject } from 'node:crypto';
import { Mailer, type Delivery, type Message } from './mailer.js';
import { SmtpLine, type SmtpOptions } from './smtp-line.js';

export type Dkim = Readonly<{ domain: string; selector: string; privateKey: KeyObject }>;

/** How many connections to the provider are open at most. */
const lines = 4;

/** Hands letters to an SMTP server; a connection carries one letter at a time, so that its phase is always known. */
export class SmtpMailer extends Mailer {
  readonly #idle: SmtpLine[];
  readonly #all: readonly SmtpLine[];
  readonly #waiting: ((line: SmtpLine) => void)[] = [];

  constructor(options: SmtpOptions) {
    super();
    this.#all = Array.from({ length: lines }, () => new SmtpLine(options));
    this.#idle = [...this.#all];
  }

  async send(message: Message): Promise<Delivery> {
    const line = this.#idle.pop() ?? (await new Promise<SmtpLine>((resolve) => this.#waiting.push(resolve)));
    try {
      return await line.send(message);
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

  async close(): Promise<void> {
    for (const line of this.#all) line.close();
  }
}
