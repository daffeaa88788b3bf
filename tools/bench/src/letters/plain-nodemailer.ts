import type { KeyObject } from 'node:crypto';
import { createTransport, type Transporter } from 'nodemailer';
import type { SubscriptionId } from '@relais/vocabulary';
import type { Letter } from '../testing/smtp-sink.ts';

/** What nodemailer writes itself. */
const written = new Set([
  ...['from', 'to', 'subject', 'date', 'message-id', 'mime-version'],
  ...['content-type', 'content-transfer-encoding', 'received', 'dkim-signature'],
]);

const idIn = (subscription: SubscriptionId): string => Buffer.from(subscription).toString('base64url');

/** The peer: nothing but nodemailer's own pool, with the letters that ours sent, each with its receiver's own links. */
export class PlainNodemailer {
  readonly #transport: Transporter;

  constructor(port: number, connections: number, key: KeyObject) {
    this.#transport = createTransport({
      ...{ host: '127.0.0.1', port, secure: false, ignoreTLS: true },
      ...{ pool: true, maxConnections: connections, maxMessages: Infinity },
      dkim: {
        domainName: 'relais.example.org',
        keySelector: 'bench',
        // A key that is parsed once; the type knows of PEM only.
        privateKey: key as unknown as string,
      },
    });
  }

  async send(letter: Letter, receivers: readonly SubscriptionId[]): Promise<void> {
    const own = receivers.map(idIn).find((id) => letter.text.includes(id));
    if (own === undefined) throw new Error('the letter that arrived is of none of its receivers');
    const headers = letter.headers.filter(({ name }) => !written.has(name.toLowerCase()));
    await Promise.all(
      receivers.map((receiver, n) => {
        const personal = (text: string): string => text.replaceAll(own, idIn(receiver));
        return this.#transport.sendMail({
          from: 'relais@relais.example.org',
          to: letter.to.replace(/\d+/, String(n)),
          subject: letter.subject,
          text: personal(letter.text),
          html: personal(letter.html),
          textEncoding: 'quoted-printable',
          headers: Object.fromEntries(
            headers.map(({ name, value }) => [name, { prepared: true, value: personal(value) }]),
          ),
        });
      }),
    );
  }

  close(): void {
    this.#transport.close();
  }
}
