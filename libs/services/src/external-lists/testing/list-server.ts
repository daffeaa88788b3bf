import type { KeyObject } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { signatureOf, startSmtp, type Taken } from '@relais/transport/testing';
import { createTransport } from 'nodemailer';

export const listAddress = 'echanges@listes.test';
export const receivedBy = 'mx.exemple.test';

/** What a list makes of a letter before it sends it on. */
export type Manner = Readonly<{
  prefix?: string;
  footer?: string;
  listId?: string;
  /** The letter is from the list, which says that it vouches for it. */
  munges?: boolean;
  /** Letters wait for a person to release them. */
  holds?: boolean;
}>;

const withHeaders = (raw: string, ...headers: readonly string[]): string =>
  [...headers.map((one) => `${one}\r\n`), raw].join('');

const changed = (raw: string, { prefix, footer, listId, munges }: Manner): string => {
  let letter = raw;
  if (prefix !== undefined) letter = letter.replace(/^Subject: /im, `Subject: ${prefix} `);
  if (footer !== undefined) letter = `${letter.replace(/(\r\n)*$/, '')}\r\n-- \r\n${footer}\r\n`;
  if (munges) letter = letter.replace(/^From: .*$/im, `From: Lille via Echanges <${listAddress}>`);
  return listId === undefined ? letter : withHeaders(letter, `List-Id: ${listId}`);
};

/**
 * A mail server with a mailing list on it, and one subscriber of that: it takes letters over SMTP, changes them as lists do, and sends
 * them on over SMTP, with what the subscriber's own server says of the signature, which it has verified.
 */
export class ListServer {
  readonly posts: Taken[] = [];
  readonly others: Taken[] = [];
  readonly #held: Taken[] = [];
  manner: Manner = {};
  /** Where it stops answering whoever posts. */
  silentAt: 'receiver' | 'end' | undefined;
  readonly #came = new EventEmitter();
  /** Where the subscriber's letters are taken, and their address. */
  subscriber: Readonly<{ address: string; port: number }> | undefined;
  #server: Awaited<ReturnType<typeof startSmtp>> | undefined;

  constructor(private readonly publicKey: KeyObject) {}

  async start(): Promise<void> {
    this.#server = await startSmtp({
      onRcptTo: ({ address }, _session, done) => {
        if (address === listAddress) this.#came.emit('receiver');
        if (address !== listAddress || this.silentAt !== 'receiver') done();
      },
      onData: (stream, { envelope }, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          const to = envelope.rcptTo.map(({ address }) => address);
          const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
          const taken = { from, to, raw: Buffer.concat(parts), secure: false };
          const isPost = to.includes(listAddress);
          (isPost ? this.posts : this.others).push(taken);
          if (isPost) this.#came.emit('end');
          if (isPost && this.silentAt === 'end') return;
          const sent = isPost ? this.#post(taken) : Promise.resolve();
          sent.then(() => done(), done);
        });
      },
    });
  }

  /** Resolves when a post has come so far. */
  async came(to: 'receiver' | 'end'): Promise<void> {
    await once(this.#came, to);
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.#server?.port ?? 0}?ignoreTLS=true`;
  }

  /** A moderator lets through what was held. */
  async release(): Promise<void> {
    for (const held of this.#held.splice(0)) await this.sendOn(held.raw);
  }

  async #post(taken: Taken): Promise<void> {
    if (this.manner.holds) this.#held.push(taken);
    else await this.sendOn(taken.raw);
  }

  /** Whatever somebody posted, to the subscriber. */
  async sendOn(raw: Buffer): Promise<void> {
    if (this.subscriber === undefined) return;
    const { address, port } = this.subscriber;
    const letter = Buffer.from(changed(raw.toString('latin1'), this.manner), 'latin1');
    const { holds, domain } = signatureOf(letter, this.publicKey) ?? { holds: false, domain: 'nobody' };
    const dmarc = holds || this.manner.munges ? 'pass' : 'fail';
    const verdict = `dkim=${holds ? 'pass' : 'fail'} header.d=${domain}; dmarc=${dmarc}`;
    const said = withHeaders(letter.toString('latin1'), `Authentication-Results: ${receivedBy};\r\n ${verdict}`);
    const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
    try {
      const envelope = { from: `echanges-bounces@listes.test`, to: address };
      await transport.sendMail({ envelope, raw: Buffer.from(said, 'latin1') });
    } finally {
      transport.close();
    }
  }

  async close(): Promise<void> {
    await this.#server?.close();
  }
}
