import type { Message } from './mailer.js';
import { dkimSignature, type Dkim, type Header } from './dkim-signature.js';
import { asWritten, dateOf, messageIdOf, receiver, senderOf, subjectOf, wired } from './letter-headers.js';
import { MimeBodies } from './mime-bodies.js';

export type { Dkim } from './dkim-signature.js';

/** A message as it goes out, and the addresses that its envelope bears. */
export type Composed = Readonly<{ bytes: Buffer; envelope: Readonly<{ from: string; to: string[] }> }>;

/**
 * Composes messages, and signs them where a key is given; the same message has the same bytes. Resolves to undefined for a
 * receiver that is not one address, and rejects for a header that cannot be written.
 */
export const composing = (dkim?: Dkim): ((message: Message) => Promise<Composed | undefined>) => {
  const bodies = new MimeBodies();
  const senders = new Map<string, ReturnType<typeof senderOf>>();
  return async (message) => {
    const { text, html, slots } = message;
    const to = wired(message.to);
    if (to === undefined) return undefined;
    const from = senders.get(message.from) ?? senderOf(message.from);
    senders.set(message.from, from);
    const body = bodies.of(text, html, slots !== undefined);
    const written = body.for(slots);
    const headers: Header[] = [
      ['From', from.header],
      ['To', receiver(to)],
      ['Subject', subjectOf(message.subject)],
      ['Message-ID', messageIdOf(message.messageId)],
      ['Date', dateOf(message.date)],
      ...asWritten(message.headers),
      ...body.headers,
    ];
    const signature = dkim && (await dkimSignature(headers, written.hash, dkim));
    const lines = [...(signature ? [signature] : []), ...headers].map(([name, value]) => `${name}: ${value}\r\n`);
    return {
      // Addresses and names of a Unicode mailbox are the only thing in it that is not ASCII.
      bytes: Buffer.from(`${lines.join('')}\r\n${written.text}`),
      envelope: { from: message.sender ?? from.address, to: [to] },
    };
  };
};
