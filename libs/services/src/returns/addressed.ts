import { returnKinds, returnOf, type Keys, type ReturnKind } from '@relais/transport';
import type { Mail } from './reading/mail.js';

/** What an address of ours names: which letter, or whose subscription. */
export type Named = Readonly<{ kind: ReturnKind; code: string }>;

const names = Object.values(returnKinds).join('|');
const written = new RegExp(`(?:${names})\\+[a-z2-7]{1,40}\\.[a-z2-7]{10}@`, 'gi');
/** Where mail servers write whom they brought a message for, and where its writer did. */
const receivers = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'x-rcpt-to', 'to', 'cc'];
const most = 20;

/** Whether an address looks like one that things come back to; only {@link namedIn} tells whether somebody here made it. */
export const isReturnAddress = (address: string): boolean => new RegExp(`^(?:${names})\\+`, 'i').test(address);

/** All that the addresses of ours in a text name, each once. Those that nobody here made are none. */
export const namedIn = (text: string, keys: Keys): readonly Named[] => {
  const found = [...new Set(text.match(written) ?? [])].slice(0, most).flatMap((one) => returnOf(keys, one) ?? []);
  return [...new Map(found.map((one) => [`${one.kind} ${one.code}`, one])).values()];
};

/** What a message is addressed to, as its headers tell: for a mailbox, where no envelope is. */
export const addressedTo = ({ email }: Mail): string =>
  email.headers
    .filter(({ key }) => receivers.includes(key))
    .map(({ value }) => value)
    .join('\n');

/** Letters that a message holds or tells of: of what it says itself, and of the letter that it brings back. */
export const told = ({ parts, text }: Mail): string => [...parts.map((part) => part.text), text].join('\n');
