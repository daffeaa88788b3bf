import type { LetterId, SubscriptionId } from './identifiers.js';
import { fromSmallLetters, inSmallLetters } from './small-letters.js';

/** So much of a letter's id is in its code: no two letters share it. */
const codeBytes = 15;

const bytesOf = (base64url: string): Uint8Array =>
  Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));

/** What names a letter in a mail address: 24 characters, without case. Of an id that no keyed hash is, its own beginning. */
export const letterCode = (letter: LetterId): string => {
  const isHash = /^[\w-]{43}$/.test(letter);
  const bytes = isHash ? bytesOf(letter) : Uint8Array.from(letter, (character) => character.charCodeAt(0) & 255);
  return inSmallLetters(bytes.subarray(0, codeBytes));
};

/** What names a subscription in a mail address: 26 characters, without case. */
export const subscriptionCode = (subscription: SubscriptionId): string =>
  inSmallLetters(Uint8Array.from(subscription.replaceAll('-', '').match(/../g) ?? [], (hex) => parseInt(hex, 16)));

/** The subscription of a code; undefined for what is none. */
export const subscriptionOfCode = (code: string): SubscriptionId | undefined => {
  const bytes = fromSmallLetters(code);
  if (bytes?.length !== 16) return undefined;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') as SubscriptionId;
};
