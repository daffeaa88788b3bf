import type { KeyObject } from 'node:crypto';
import { createTransport } from 'nodemailer';
import type { Message } from './mailer.js';
import { mimeOf } from './mime.js';

/** The key signs as `rsa-sha256`. */
export type Dkim = Readonly<{ domain: string; selector: string; privateKey: KeyObject }>;

/** A message as it goes out, and the addresses that its envelope bears. */
export type Composed = Readonly<{ bytes: Buffer; envelope: Readonly<{ from: string; to: string[] }> }>;

/** What DKIM must cover for one-click unsubscription to count (RFC 8058, 4); nodemailer's own list leaves some out. */
const signed =
  'from:sender:reply-to:subject:date:message-id:to:cc:mime-version:content-type:content-transfer-encoding:' +
  'list-id:list-help:list-archive:list-unsubscribe:list-unsubscribe-post:auto-submitted';

/** Composes messages, and signs them where a key is given. The composed message rejects for a header that cannot be written. */
export const composing = (dkim?: Dkim): ((message: Message) => Promise<Composed>) => {
  const composer = createTransport({
    ...{ streamTransport: true, buffer: true },
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
  return async (message) => {
    const { message: bytes, envelope } = await composer.sendMail(mimeOf(message));
    return { bytes: bytes as Buffer, envelope: { from: envelope.from || '', to: envelope.to } };
  };
};
