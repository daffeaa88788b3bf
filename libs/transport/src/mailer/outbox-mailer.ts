import { createHash } from 'node:crypto';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { Mailer, noAddress, type Delivery, type Message } from './mailer.js';
import { isOneAddress, mimeOf } from './mime.js';

/** Letters as `.eml` files in a folder: to look at, and for machines that have no provider. A letter sent twice is one file. */
export class OutboxMailer extends Mailer {
  readonly #composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

  constructor(private readonly folder: string) {
    super();
  }

  async send(message: Message): Promise<Delivery> {
    if (!isOneAddress(message.to)) return noAddress;
    const { message: mime } = await this.#composer.sendMail(mimeOf(message));
    try {
      await this.#keep(this.#file(message.messageId), mime as Buffer);
    } catch (error) {
      throw new Error(`the outbox ${this.folder} cannot be written: ${(error as Error).message}`, { cause: error });
    }
    return { outcome: 'accepted', response: 'written to the outbox' };
  }

  async wasAccepted(messageId: string): Promise<boolean> {
    return access(this.#file(messageId)).then(
      () => true,
      () => false,
    );
  }

  async close(): Promise<void> {
    this.#composer.close();
  }

  #file(messageId: string): string {
    return join(this.folder, `${createHash('sha256').update(messageId).digest('hex').slice(0, 24)}.eml`);
  }

  /**
   * Written whole under another name, then renamed: there is no half letter, whenever the process ends. What a killed process
   * left under that name is replaced when the letter is handed over again.
   */
  async #keep(file: string, bytes: Buffer): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const draft = `${file}.tmp`;
    try {
      await this.#write(draft, bytes);
      await rename(draft, file);
    } finally {
      await rm(draft, { force: true });
    }
    await this.#sync();
  }

  async #write(path: string, bytes: Buffer): Promise<void> {
    const file = await open(path, 'w', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  async #sync(): Promise<void> {
    const folder = await open(this.folder);
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  }
}
