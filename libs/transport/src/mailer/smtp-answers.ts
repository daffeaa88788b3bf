import type { Delivery } from './mailer.js';

/** A failure as nodemailer tells it; `responseCode` where it was the server that said so. */
export type SmtpError = Error & { responseCode?: number; code?: string; response?: string };

/** Answers to our credentials (RFC 4954, RFC 3207), which a server may give at any command. */
const ofCredentials = new Set([530, 534, 535, 538]);

/** A 5xx to the greeting or to the password is about us, not about this letter: it waits until that is put right. */
const isForGood = (responseCode: number, code = ''): boolean =>
  responseCode >= 500 && ['EENVELOPE', 'EMESSAGE'].includes(code) && !ofCredentials.has(responseCode);

/** Whether it ended the line rather than refused what was sent over it. */
export const isOfTheLine = ({ responseCode, code = '' }: SmtpError): boolean =>
  responseCode === 421 || ['ECONNECTION', 'ESOCKET', 'ETIMEDOUT'].includes(code);

/** Policy and load (RFC 3463, 4.7 and 4.3.2), or as many servers say it without a status. */
const ofAmount = /\b4\.(7\.\d+|3\.2|4\.5)\b|too many|too fast|\brate\b|throttl|slow down/i;

/**
 * Whether whoever takes letters there wants fewer of them at a time. A 421 ends the line, whatever it answers: only its text
 * tells a server that has enough of this domain from one that goes down or had waited too long.
 */
export const wantsFewer = ({ responseCode = 0, code = '', response = '' }: SmtpError): boolean =>
  responseCode === 421
    ? ofAmount.test(response.replace('4.3.2', ''))
    : [450, 451, 452].includes(responseCode) && ['EENVELOPE', 'EMESSAGE'].includes(code) && ofAmount.test(response);

/** What a server says may quote the address, also as in a bounce address (`alice=exemple.test`); the log must never hold it. */
export const withoutAddresses = (text: string): string =>
  text.replace(/("[^"]*"|\S+)@\S+|\S+=\S+\.\S+/g, '<address>').slice(0, 200);

/** What a failure means for a letter, whose end has left or not. */
export const failed = (error: SmtpError, hasLeft: boolean): Delivery => {
  const { responseCode, code, message } = error;
  if (responseCode !== undefined && responseCode >= 400) {
    const refused = {
      outcome: 'refused',
      code: String(responseCode),
      permanent: isForGood(responseCode, code),
    } as const;
    return wantsFewer(error) ? { ...refused, wantsFewer: true } : refused;
  }
  if (hasLeft) return { outcome: 'unknown', detail: `the line broke after the letter: ${withoutAddresses(message)}` };
  return { outcome: 'refused', code: code ?? 'no connection', permanent: false };
};
