import { UnreadableDocument } from '@relais/sources';
import type { Email } from 'postal-mime';
import { ownWords } from './own-words.js';

/** A letter that announces something, without anything of who sent it. */
export type Letter = Readonly<{
  /** Its own id, and those of the letters that it answers. */
  id: string | undefined;
  answers: readonly string[];
  subject: string;
  /** What its writer wrote: no signature, no quoted letters. */
  text: string;
  calendars: readonly Uint8Array[];
  /** When it says it was written. */
  date: string | undefined;
  /** Why nothing is to be read from it: it was not written for us by a person. */
  automatic?: string;
}>;

/** Deeper and longer than letters are is hostile. */
const limits = { maxNestingDepth: 32, maxHeadersSize: 512_000 } as const;
const mostCalendars = 5;

const idsIn = (text: string | undefined): string[] => (text ?? '').match(/<[^<>\s]{1,500}>/g)?.slice(-50) ?? [];

/** RFC 3834 and what programs do instead of it: answers of machines, reports of delivery, lists. */
const automatic = (email: Email, envelopeFrom: string, ourAddress: string): string | undefined => {
  const header = (key: string): string =>
    email.headers
      .find((one) => one.key === key)
      ?.value.trim()
      .toLowerCase() ?? '';
  if (envelopeFrom === '') return 'a report of delivery (no sender)';
  if (header('auto-submitted') !== '' && !header('auto-submitted').startsWith('no'))
    return `Auto-Submitted: ${header('auto-submitted').slice(0, 40)}`;
  if (/^multipart\/report/.test(header('content-type'))) return 'a report of delivery';
  if (header('x-autoreply') || header('x-autorespond')) return 'an automatic answer';
  if (/^(mailer-daemon|postmaster|no-?reply-?daemon)@/i.test(envelopeFrom)) return 'a letter of a mail server';
  if (header('list-id') || /^(bulk|list|junk|auto_reply)$/.test(header('precedence')))
    return 'a letter of a mailing list';
  if (email.from?.address?.toLowerCase() === ourAddress.toLowerCase()) return 'a letter of our own';
  return undefined;
};

const addressOf = (mailbox: string): string => /<([^<>]+)>\s*$/.exec(mailbox)?.[1] ?? mailbox;

/** Answers to an invitation (REPLY, COUNTER) are about persons and announce nothing. */
const announces = (calendar: Uint8Array): boolean => {
  const method = /^METHOD\s*:\s*(\w+)/im.exec(Buffer.from(calendar).toString('utf8', 0, 65_536))?.[1]?.toUpperCase();
  return method === undefined || ['PUBLISH', 'REQUEST', 'ADD', 'CANCEL'].includes(method);
};

const parsed = async (raw: Uint8Array): Promise<Email> => {
  try {
    // Loaded where a letter comes.
    const { default: PostalMime } = await import('postal-mime');
    return await PostalMime.parse(raw, limits);
  } catch (error) {
    throw new UnreadableDocument(`no letter that can be read: ${(error as Error).message}`, { cause: error });
  }
};

/** Reads a letter as it came over SMTP. Attachments that are no calendars are not looked at. */
export const readLetter = async (raw: Uint8Array, envelopeFrom: string, mailFrom: string): Promise<Letter> => {
  const email = await parsed(raw);
  const why = automatic(email, envelopeFrom, addressOf(mailFrom));
  const calendars = email.attachments
    .filter(({ mimeType, filename }) => mimeType === 'text/calendar' || /\.ics$/i.test(filename ?? ''))
    .map(({ content }) => (typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content)))
    .filter(announces);
  return {
    id: idsIn(email.messageId)[0],
    answers: [...new Set([...idsIn(email.references), ...idsIn(email.inReplyTo)])],
    subject: (email.subject ?? '').replace(/^(?:\s*(?:re|fwd?|tr|aw|wg|réf)\s*:|\s*\[[^\]]{1,40}\])+/iu, '').trim(),
    text: ownWords(email, { isForwarded: /^\s*(?:fwd?|tr|wg)\s*:/i.test(email.subject ?? '') }),
    calendars: calendars.slice(0, mostCalendars),
    date: email.date,
    ...(why !== undefined && { automatic: why }),
  };
};
