import { createHash } from 'node:crypto';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { forgetLetters, keptLetters } from './outbox-forgetting.js';
import { composing } from './composing.js';
import { Mailer, noAddress, type Delivery, type MayLeave, type Message } from './mailer.js';

/** Letters as `.eml` files in a folder: to look at, and for machines that have no provider. A letter sent twice is one file. */
export class OutboxMailer extends Mailer {
  readonly #compose = composing();

  constructor(private readonly folder: string) {
    super();
  }

  async send(message: Message, mayLeave: MayLeave): Promise<Delivery> {
    const composed = await this.#compose(message);
    if (composed === undefined) return noAddress;
    const file = this.#file(message.messageId);
    // What a killed process left under this name is replaced when the letter is handed over again.
    const draft = `${file}.tmp`;
    await this.#doing(mkdir(this.folder, { recursive: true, mode: 0o700 }));
    try {
      await this.#doing(this.#write(draft, composed.bytes));
      if (!(await mayLeave())) return { outcome: 'kept' };
      // Written whole, then renamed: there is no half letter, whenever the process ends.
      await this.#doing(rename(draft, file));
    } finally {
      await this.#doing(rm(draft, { force: true }));
    }
    await this.#doing(this.#sync());
    return { outcome: 'accepted', response: 'written to the outbox' };
  }

  async wasAccepted(messageId: string): Promise<boolean> {
    return access(this.#file(messageId)).then(
      () => true,
      () => false,
    );
  }

  async keeps(ids: ReadonlySet<string>): Promise<readonly string[]> {
    return keptLetters(this.folder, ids);
  }

  async forget(ids: ReadonlySet<string>): Promise<readonly string[]> {
    return this.#doing(forgetLetters(this.folder, ids));
  }

  async close(): Promise<void> {}

  #file(messageId: string): string {
    return join(this.folder, `${createHash('sha256').update(messageId).digest('hex').slice(0, 24)}.eml`);
  }

  async #doing<Result>(work: Promise<Result>): Promise<Result> {
    return work.catch((error: unknown) => {
      throw new Error(`the outbox ${this.folder} cannot be written: ${(error as Error).message}`, { cause: error });
    });
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
