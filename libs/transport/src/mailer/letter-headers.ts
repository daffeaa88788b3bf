import { domainToASCII } from 'node:url';
import addressparser from 'nodemailer/lib/addressparser';
import type { Header } from './dkim-signature.js';
import { encodedWords, unstructured } from './encoded-words.js';

/** The longest line that SMTP carries, less its end (RFC 5321, 4.5.3.1.6). */
const longest = 998;

/** Whether this names one receiver and nothing else: a list of addresses would be one letter to all of them. */
export const isOneAddress = (text: string): boolean => /^[^\s,;:<>()[\]"@\p{Cc}]+@[^\s,;:<>()"@\p{Cc}]+$/u.test(text);

/** What a header may hold without brackets around it (RFC 5322, 3.4.1). */
const isDotAtom = (text: string): boolean => /^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*@[\w.-]+$/.test(text);

const atom = "[\\w!#$%&'*+/=?^`{|}~\\u0080-\\u{10ffff}-]+";
const dotAtom = new RegExp(String.raw`^${atom}(\.${atom})*$`, 'u');

/** What stands before the @, in quotes where it would not stand without (RFC 5321, 4.1.2; RFC 6532, 3.2). */
const localPart = (local: string): string => (dotAtom.test(local) ? local : `"${local.replace(/\\/g, '\\\\')}"`);

/** An address as it goes over the wire: its domain in ASCII, unless the rest needs SMTPUTF8 anyhow; undefined for none. */
export const wired = (address: string): string | undefined => {
  if (!isOneAddress(address)) return undefined;
  const at = address.lastIndexOf('@');
  const [local, domain] = [localPart(address.slice(0, at)), address.slice(at + 1)];
  if (!/^[\x21-\x7e]*$/.test(local) || /^[\x21-\x7e]*$/.test(domain)) return `${local}@${domain}`;
  const ascii = domainToASCII(domain);
  return ascii === '' ? undefined : `${local}@${ascii}`;
};

/** The name of whoever writes: as it is, in quotes, or encoded where ASCII does not do. */
const phrase = (name: string): string => {
  if (!/^[\x20-\x7e]*$/.test(name) || name.includes('=?') || name.length > 200) return encodedWords(name).join('\r\n ');
  return /^[\w !#$%&'*+/=?^`{|}~-]*$/.test(name) ? name : `"${name.replace(/["\\]/g, '\\$&')}"`;
};

/** Who a letter is from: the header, and the bare address. Throws for what is no one sender. */
export const senderOf = (from: string): Readonly<{ header: string; address: string }> => {
  const [one, ...others] = addressparser(from, { flatten: true });
  const address = one && wired(one.address);
  if (one === undefined || address === undefined || others.length > 0)
    throw new Error('the sender of letters is not one address');
  const { name } = one;
  if (name === '') return { header: isDotAtom(address) ? address : `<${address}>`, address };
  return { header: `${phrase(name)} <${address}>`, address };
};

/** The To header of one receiver. */
export const receiver = (address: string): string => (isDotAtom(address) ? address : `<${address}>`);

export const dateOf = (instant: string): string => new Date(instant).toUTCString().replace('GMT', '+0000');

/**
 * Headers that are written as they are, on one line: a folded List-Unsubscribe breaks its DKIM signature at some relays.
 * Throws for one that would begin another, that is no header, or that no line can hold.
 */
export const asWritten = (headers: Readonly<Record<string, string>>): readonly Header[] =>
  Object.entries(headers).map(([name, value]) => {
    if (!/^[!-9;-~]+$/.test(name)) throw new Error(`«${name.replace(/\p{Cc}/gu, ' ')}» is no name of a header`);
    if (/\p{Cc}/u.test(value)) throw new Error(`the header ${name} holds a line break or another control character`);
    const line = /^[\x20-\x7e]*$/.test(value) ? value : encodedWords(value).join(' ');
    if (name.length + 2 + line.length > longest) throw new Error(`the header ${name} is longer than a line can be`);
    return [name, line];
  });

/** The id of a message, which must be one. */
export const messageIdOf = (messageId: string): string => {
  if (!/^<[!-;=?-~]+@[!-;=?-~]+>$/.test(messageId)) throw new Error('the Message-ID of a letter is none');
  return messageId;
};

export const subjectOf = unstructured;
