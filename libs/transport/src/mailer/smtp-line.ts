import type { KeyObject } from 'node:crypto';
import { createTransport } from 'nodemailer';
import type { Delivery, Message } from './mailer.js';
import { mimeOf } from './mime.js';

/** The key signs as `rsa-sha256`. */
export type Dkim = Readonly<{ domain: string; selector: string; privateKey: KeyObject }>;

export type SmtpOptions = Readonly<{ url: string; dkim?: Dkim }>;

/** What DKIM must cover for one-click unsubscription to count (RFC 8058, 4); nodemailer's own list leaves some out. */
const signed =
  'from:sender:reply-to:subject:date:message-id:to:cc:mime-version:content-type:content-transfer-encoding:' +
  'list-id:list-help:list-archive:list-unsubscribe:list-unsubscribe-post:auto-submitted';

type SmtpError = Error & { responseCode?: number; code?: string };

/** nodemailer's errors do not tell how far the letter got; its log does. */
type LogEntry = { tnx?: string };

const silent = (): void => undefined;

/** One connection to the provider, kept open between letters. */
export class SmtpLine {
  /** The letter's last byte was written: from here on it may have been taken, whatever happens. */
  #mayHaveLeft = false;
  readonly #transport;

  constructor({ url, dkim }: SmtpOptions) {
    const noticed = (entry: LogEntry): void => {
      if (entry.tnx === 'message') this.#mayHaveLeft = true;
    };
    this.#transport = createTransport({
      ...settingsOf(url),
      pool: true,
      maxConnections: 1,
      maxMessages: 1_000,
      maxRequeues: 0,
      logger: {
        level: silent,
        trace: silent,
        debug: silent,
        info: noticed,
        warn: silent,
        error: silent,
        fatal: silent,
      },
      ...(dkim && {
        dkim: {
          domainName: dkim.domain,
          keySelector: dkim.selector,
          // Parsed once: a PEM would be parsed again for each letter. The type knows of PEM only.
          privateKey: dkim.privateKey as unknown as string,
          headerFieldNames: signed,
        },
      }),
    });
  }

  async send(message: Message): Promise<Delivery> {
    this.#mayHaveLeft = false;
    const mime = mimeOf(message);
    try {
      const { response } = (await this.#transport.sendMail(mime)) as { response: string };
      return { outcome: 'accepted', response: withoutAddresses(response) };
    } catch (error) {
      return this.#failed(error as SmtpError);
    }
  }

  close(): void {
    this.#transport.close();
  }

  #failed({ responseCode, code, message }: SmtpError): Delivery {
    if (responseCode !== undefined)
      return { outcome: 'refused', code: String(responseCode), permanent: isForGood(responseCode, code) };
    if (this.#mayHaveLeft)
      return { outcome: 'unknown', detail: `the line broke after the letter: ${withoutAddresses(message)}` };
    return { outcome: 'refused', code: code ?? 'no connection', permanent: false };
  }
}

/** Answers to our credentials (RFC 4954, RFC 3207), which a server may give at any command. */
const ofCredentials = new Set([530, 534, 535, 538]);

/** A 5xx to the greeting or to the password is about us, not about this letter: it waits until that is put right. */
const isForGood = (responseCode: number, code = ''): boolean =>
  responseCode >= 500 && ['EENVELOPE', 'EMESSAGE'].includes(code) && !ofCredentials.has(responseCode);

/** What a server says may quote the address, also as in a bounce address (`alice=exemple.test`); the log must never hold it. */
const withoutAddresses = (text: string): string =>
  text.replace(/("[^"]*"|\S+)@\S+|\S+=\S+\.\S+/g, '<address>').slice(0, 200);

const settingsOf = (text: string) => {
  const url = new URL(text);
  const secure = url.protocol === 'smtps:';
  const ignoreTLS = url.searchParams.get('ignoreTLS') === 'true';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    // A relay on this machine or in a lab has no certificate that anybody could check.
    ignoreTLS,
    // A password crosses in clear only where that was asked for.
    requireTLS: url.searchParams.get('requireTLS') === 'true' || (url.username !== '' && !ignoreTLS),
    ...(url.username !== '' && {
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    }),
  };
};
