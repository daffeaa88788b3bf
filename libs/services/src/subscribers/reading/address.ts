import { domainToASCII } from 'node:url';
import { isOneAddress } from '@relais/transport';
import type { Why } from './line.js';

/** RFC 5321, 4.5.3.1: in octets. */
const [longestLocal, longestAddress] = [64, 254];

/** RFC 5321, 4.1.2, `Dot-string`, with what RFC 6531 adds: any character that is not ASCII, nor a space or a sign that is not seen. */
const dotString = /^[\w!#$%&'*+/=?^`{|}~\-\u00a1-\u{10ffff}]+(?:\.[\w!#$%&'*+/=?^`{|}~\-\u00a1-\u{10ffff}]+)*$/u;
const unseen = /[\p{Z}\p{C}]/u;
const label = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;

/** «Name <address>» is the address between the signs; a name may hold anything. */
const bare = (text: string): string => /^[^<>]*<\s*([^<>]*?)\s*>$/.exec(text)?.[1] ?? text;

/**
 * The one address in a text, as the mailer takes it: its domain in ASCII and small letters, the rest as it is written (NFC). Or why it is none. Quoted
 * local parts and domains that are numbers are legal, and not taken: the mailer has no place for them, and nobody has one.
 */
export const addressIn = (text: string): Readonly<{ address: string } | { why: Why }> => {
  const trimmed = text.trim();
  if (trimmed === '') return { why: 'no-address' };
  if (/\p{Cc}/u.test(trimmed)) return { why: 'control-character' };
  const written = bare(trimmed).normalize('NFC');
  const at = written.lastIndexOf('@');
  if (at === -1) return { why: 'no-address' };
  const [local, domain] = [written.slice(0, at), written.slice(at + 1)];
  if (local.startsWith('"') && local.endsWith('"') && local.length > 1) return { why: 'quoted' };
  if (/[,;\s]/.test(written) && /@[^@]*[,;\s][^@]*@/.test(written)) return { why: 'several-addresses' };
  if (!dotString.test(local) || unseen.test(local)) return { why: 'local-part' };
  const name = nameOf(domain);
  if (name === undefined) return { why: 'domain' };
  const address = `${local}@${name}`;
  if (Buffer.byteLength(local) > longestLocal || Buffer.byteLength(address) > longestAddress)
    return { why: 'too-long' };
  return isOneAddress(address) ? { address } : { why: 'no-address' };
};

/** A name of two labels at least, in ASCII (IDNA). */
const nameOf = (domain: string): string | undefined => {
  // What Node's own reading of addresses of the web would take for something else: a port, a path, an escape, a number.
  if (/[^\p{L}\p{M}\p{N}.\u3002-]/u.test(domain)) return undefined;
  const name = domainToASCII(domain).toLowerCase();
  const labels = name.split('.');
  const isName = labels.length >= 2 && labels.every((one) => label.test(one)) && !/^\d+$/.test(labels.at(-1) ?? '');
  return isName ? name : undefined;
};
