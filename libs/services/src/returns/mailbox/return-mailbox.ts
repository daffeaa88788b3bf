import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { Deployment } from '../../wiring/deployment.js';
import { Lifetime } from '../../wiring/lifetime.js';
import { Returns } from '../returns.js';
import { Mailbox } from './mailbox.js';

/** Between two looks, where the server does not tell of what arrives. */
const lookEvery = 60_000;
const again = { least: 2_000, most: 10 * 60_000 } as const;
/** How long a letter that is not known may still become so. */
const mostWait = 5 * 24 * 60 * 60_000;

/**
 * Reads what comes back from a mailbox, where the settings name one. What was taken is put into the folder Relais; all else stays
 * where it is. A message that was taken and could not be put away is taken once more, which records nothing.
 */
@Injectable()
export class ReturnMailbox {
  readonly #logger = new Logger('Returns');
  /** Uids that are nothing of ours, of this generation of the mailbox. */
  #passed: Readonly<{ generation: string; uids: Set<number> }> = { generation: '', uids: new Set() };

  constructor(
    @Inject(Deployment) private readonly deployment: Deployment,
    @Inject(Lifetime) private readonly lifetime: Lifetime,
    @Inject(Returns) private readonly returns: Returns,
  ) {}

  start(): void {
    const { returnMailbox } = this.deployment.settings;
    if (returnMailbox !== undefined)
      this.lifetime.run('the mailbox of what comes back', (signal) =>
        this.#keepReading(new URL(returnMailbox), signal),
      );
  }

  async #keepReading(address: URL, signal: AbortSignal): Promise<void> {
    let wait: number = again.least;
    while (!signal.aborted) {
      try {
        await this.#session(address, signal, () => (wait = again.least));
      } catch (error) {
        if (signal.aborted) return;
        const said = error instanceof Error ? error.message : String(error);
        this.#logger.warn(`the mailbox at ${address.host} cannot be read (${said}); again in ${wait / 1_000} s`);
      }
      await pause(wait, undefined, { signal }).catch(() => undefined);
      wait = Math.min(2 * wait, again.most);
    }
  }

  /** Until the line breaks, or the process ends. */
  async #session(address: URL, signal: AbortSignal, isWell: () => void): Promise<void> {
    const mailbox = await Mailbox.open(address);
    const close = (): void => mailbox.close();
    signal.addEventListener('abort', close);
    try {
      while (!signal.aborted) {
        await this.#look(mailbox);
        isWell();
        await mailbox.changed(lookEvery, signal);
      }
    } finally {
      signal.removeEventListener('abort', close);
      close();
    }
  }

  async #look(mailbox: Mailbox): Promise<void> {
    const { generation } = mailbox;
    if (this.#passed.generation !== generation) this.#passed = { generation, uids: new Set() };
    const { uids: passed } = this.#passed;
    for (const uid of await mailbox.uids()) {
      if (passed.has(uid)) continue;
      const message = await mailbox.message(uid);
      if (message === undefined) continue;
      // Its envelope is lost; that it had no sender is told by what it is.
      const taken = await this.returns.take(message.raw, { from: senderIn(message.raw) });
      const isOld = Date.now() - (message.since?.getTime() ?? 0) > mostWait;
      if (taken === 'taken') await mailbox.putAway(uid);
      else if (taken === 'not-ours' || isOld) passed.add(uid);
    }
  }
}

/** The sender of the envelope as the server that delivered it wrote it down (RFC 5321, 4.4); of no sender, nothing. */
const senderIn = (raw: Uint8Array): string => {
  const head =
    Buffer.from(raw.subarray(0, 65_536))
      .toString('latin1')
      .split(/\r?\n\r?\n/)[0] ?? '';
  return /^return-path:[ \t]*<([^>\r\n]*)>/im.exec(head)?.[1] ?? 'unknown@localhost';
};
