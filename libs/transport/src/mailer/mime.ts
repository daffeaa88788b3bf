import { createHash } from 'node:crypto';
import type { SendMailOptions } from 'nodemailer';
import type { Message } from './mailer.js';

/**
 * A message as nodemailer composes it: text first, then HTML (RFC 2046, 5.1.4). Boundary, date and Message-ID are functions
 * of the message, so that composing it again gives the same bytes. Headers stay on one line: a folded List-Unsubscribe breaks
 * its DKIM signature at some relays. Throws for a header that would begin another.
 */
export const mimeOf = ({ messageId, date, from, to, subject, text, html, headers }: Message): SendMailOptions => ({
  messageId,
  date: new Date(date),
  from,
  to: { name: '', address: to },
  subject,
  text,
  html,
  headers: Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, { prepared: true, value: onOneLine(name, value) }]),
  ),
  baseBoundary: createHash('sha256').update(messageId).digest('hex').slice(0, 24),
  textEncoding: 'quoted-printable',
  newline: 'win',
  disableFileAccess: true,
  disableUrlAccess: true,
});

/** Whether this names one receiver and nothing else: a list of addresses would be one letter to all of them. */
export const isOneAddress = (text: string): boolean => /^[^\s,;:<>()[\]"@\p{Cc}]+@[^\s,;:<>()"@\p{Cc}]+$/u.test(text);

const onOneLine = (name: string, value: string): string => {
  if (/\p{Cc}/u.test(value)) throw new Error(`the header ${name} holds a line break or another control character`);
  return value;
};
