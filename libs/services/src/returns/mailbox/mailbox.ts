import type { ImapFlow } from 'imapflow';
import { inTime } from './in-time.js';

/** A message as it lies in a mailbox. */
export type Lying = Readonly<{ uid: number; raw: Uint8Array; since: Date | undefined }>;

/** Where messages are put that were taken. */
const done = 'Relais';
const deadline = 30_000;
const largest = 2_000_000;

/** One connection to a mailbox (IMAP). Each step rejects when it takes too long; the connection is closed then. */
export class Mailbox {
  private constructor(
    private readonly client: ImapFlow,
    /** Changes when the mailbox is another one in which uids begin anew. */
    readonly generation: string,
  ) {}

  static async open(address: URL): Promise<Mailbox> {
    // Loaded where a mailbox is read.
    const { ImapFlow } = await import('imapflow');
    const { hostname: host, port, protocol, username, password, pathname } = address;
    const secure = protocol === 'imaps:';
    const client = new ImapFlow({
      ...{ host, port: port === '' ? (secure ? 993 : 143) : Number(port), secure, logger: false },
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
      ...{ connectionTimeout: deadline, greetingTimeout: deadline, socketTimeout: 4 * deadline },
    });
    // What fails rejects what waits for it; a line that breaks while nobody waits is told by `changed`.
    client.on('error', () => undefined);
    const step = <Result>(what: string, work: Promise<Result>) => inTime(what, deadline, work, () => client.close());
    try {
      await step('to connect', client.connect());
      const name = decodeURIComponent(pathname.slice(1)) || 'INBOX';
      const { uidValidity } = await step('to open it', client.mailboxOpen(name));
      return new Mailbox(client, String(uidValidity));
    } catch (error) {
      client.close();
      throw error;
    }
  }

  /** Of every message that is there. */
  async uids(): Promise<readonly number[]> {
    const found = await this.#step('to list it', this.client.search({ deleted: false }, { uid: true }));
    if (!found) throw new Error('it cannot be listed');
    return found;
  }

  /** Undefined where somebody else took it away. */
  async message(uid: number): Promise<Lying | undefined> {
    const query = { uid: true, internalDate: true, source: { maxLength: largest } } as const;
    const found = await this.#step('to fetch a message', this.client.fetchOne(String(uid), query, { uid: true }));
    if (!found || found.source === undefined) return undefined;
    const since = found.internalDate === undefined ? undefined : new Date(found.internalDate);
    return { uid, raw: found.source, since };
  }

  /** Puts a message away into a folder of its own, which is made at first. */
  async putAway(uid: number): Promise<void> {
    const move = () => this.#step('to move a message', this.client.messageMove(String(uid), done, { uid: true }));
    if (await move().catch(() => false)) return;
    await this.#step('to make a folder', this.client.mailboxCreate(done));
    if (!(await move())) throw new Error(`a message cannot be moved into the folder ${done}`);
  }

  /** Resolves when something arrived, when the line broke, or after so many milliseconds. */
  changed(milliseconds: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        this.client.off('exists', end);
        this.client.off('close', end);
        signal.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      this.client.on('exists', end);
      this.client.on('close', end);
      signal.addEventListener('abort', end);
      if (signal.aborted || !this.client.usable) end();
      // Until the next command; a server that cannot say what arrives is looked at again.
      else this.client.idle().catch(() => undefined);
    });
  }

  close(): void {
    this.client.close();
  }

  #step<Result>(what: string, work: Promise<Result>): Promise<Result> {
    return inTime(what, deadline, work, () => this.client.close());
  }
}
