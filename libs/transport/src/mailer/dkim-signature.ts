import { sign, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { relaxedHeader } from './relaxed.js';

/** The key signs as `rsa-sha256`. */
export type Dkim = Readonly<{ domain: string; selector: string; privateKey: KeyObject }>;

export type Header = Readonly<[name: string, value: string]>;

/** What is signed where it is there: both headers of one-click unsubscription among them (RFC 8058, 4). */
const signed = [
  ...['from', 'sender', 'reply-to', 'subject', 'date', 'message-id', 'to', 'cc', 'mime-version', 'content-type'],
  ...['content-transfer-encoding', 'list-id', 'list-help', 'list-archive', 'list-unsubscribe', 'list-unsubscribe-post'],
  'auto-submitted',
];

/** In a thread of its own: a signature is the greater part of what a letter costs. */
const signing = promisify(sign);

/** A long value in lines of their own, at no place that changes it. */
const folded = (value: string): string => (value.match(/.{1,72}/g) ?? []).join('\r\n ');

/**
 * The header that vouches for a letter (RFC 6376), relaxed/relaxed: for each of its headers that are named here, for there
 * being one From only, and for its body, of which it is given the hash in base64. It holds no time: the same letter has the same.
 */
export const dkimSignature = async (
  headers: readonly Header[],
  bodyHash: string,
  { domain, selector, privateKey }: Dkim,
): Promise<Header> => {
  const covered = signed.flatMap((name) => headers.filter(([one]) => one.toLowerCase() === name));
  const names = [...covered.map(([name]) => name.toLowerCase()), 'from'];
  const tags = `v=1; a=rsa-sha256; c=relaxed/relaxed; d=${domain}; s=${selector};\r\n h=${names.join(':\r\n ')};\r\n bh=${bodyHash};\r\n b=`;
  const text = [
    ...covered.map(([name, value]) => `${relaxedHeader(name, value)}\r\n`),
    relaxedHeader('DKIM-Signature', tags),
  ];
  const signature = await signing('sha256', Buffer.from(text.join('')), privateKey);
  return ['DKIM-Signature', `${tags}${folded(signature.toString('base64'))}`];
};
