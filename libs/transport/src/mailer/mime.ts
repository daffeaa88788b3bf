import { createHash } from 'node:crypto';
import type { SendMailOptions } from 'nodemailer';
import type { Message } from './mailer.js';

/**
 * A message as nodemailer composes it: text first, then HTML (RFC 2046, 5.1.4). Boundary, date and Message-ID are functions
 * of the message, so that composing it again gives the same bytes. Headers stay on one line: a folded List-Unsubscribe breaks
 * its DKIM signature at some relays.
 */
export const mimeOf = ({ messageId, date, from, to, subject, text, html, headers }: Message): SendMailOptions => ({
  messageId,
  date: new Date(date),
  from,
  to,
  subject,
  text,
  html,
  headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, { prepared: true, value }])),
  baseBoundary: createHash('sha256').update(messageId).digest('hex').slice(0, 24),
  textEncoding: 'quoted-printable',
  newline: 'win',
  disableFileAccess: true,
  disableUrlAccess: true,
});
