/** What machines send when a letter did not arrive, and what else they send: made up, in the forms that are in use. */

const lines = (...all: readonly string[]): string => `${all.join('\r\n')}\r\n`;

export type NoticeOf = Readonly<{
  /** Whom the letter was for. */
  to?: string;
  status?: string;
  action?: string;
  diagnostic?: string;
  /** Where it is sent to. */
  at?: string;
  messageId?: string;
  /** The envelope sender of the letter that came back. */
  returnPath?: string;
}>;

/** A report of delivery (RFC 3464), as Postfix writes it. */
export const deliveryReport = ({
  to = 'alice@exemple.test',
  status = '5.1.1',
  action = 'failed',
  diagnostic = `smtp; 550 ${status} <${to}>: Recipient address rejected`,
  at = 'rebond@lille.test',
  messageId = '<dsn-1@mx.exemple.test>',
  returnPath = at,
}: NoticeOf = {}): string =>
  lines(
    'Return-Path: <>',
    'From: MAILER-DAEMON@mx.exemple.test (Mail Delivery System)',
    `To: ${at}`,
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    `Message-ID: ${messageId}`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'This is the mail system at host mx.exemple.test.',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.exemple.test',
    '',
    `Final-Recipient: rfc822; ${to}`,
    `Original-Recipient: rfc822;${to}`,
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: ${diagnostic.slice(0, 30)}`,
    `    ${diagnostic.slice(30)}`,
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `Return-Path: <${returnPath}>`,
    'Subject: Lettre',
    '',
    '--b--',
  );

/** A complaint (RFC 5965). */
export const complaint = (returnPath: string, type = 'abuse', messageId = '<arf-1@fai.test>'): string =>
  lines(
    'From: <plaintes@fai.test>',
    'To: <abuse@lille.test>',
    'Subject: FW: Lettre',
    `Message-ID: ${messageId}`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=feedback-report; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'This is an email abuse report.',
    '',
    '--b',
    'Content-Type: message/feedback-report',
    '',
    `Feedback-Type: ${type}`,
    'User-Agent: Fai/1.0',
    'Version: 1',
    '',
    '--b',
    'Content-Type: message/rfc822',
    '',
    `Return-Path: <${returnPath}>`,
    'Subject: Lettre',
    '',
    'Bonjour',
    '--b--',
  );

export type Words = Readonly<{ from?: string; to?: string; subject?: string; headers?: readonly string[] }>;

/** A message of one part. */
export const message = (text: string, { from, to, subject, headers = [] }: Words = {}): string =>
  lines(
    `From: ${from ?? 'MAILER-DAEMON@vieux.test'}`,
    `To: ${to ?? 'rebond@lille.test'}`,
    `Subject: ${subject ?? 'failure notice'}`,
    ...(headers.some((header) => /^message-id/i.test(header)) ? [] : ['Message-ID: <un@vieux.test>']),
    ...headers,
    'Content-Type: text/plain; charset=utf-8',
    '',
    text.replaceAll('\n', '\r\n'),
  );
