import type { EventOf } from '@relais/event-sourcing';
import type { CanaryEvent } from '@relais/digest';
import type { LetterId } from '@relais/vocabulary';
import type { Email } from 'postal-mime';
import { resultsBy, type AuthenticationResult } from './authentication-results.js';

/** As a mail program reads it. */
export type CameByList = Pick<Email, 'headers' | 'messageId' | 'subject' | 'from'>;

/** Who signs our letters, and who is believed about signatures. */
export type Trust = Readonly<{ ownDomain: string; authservId?: string }>;

type Arrived = EventOf<CanaryEvent, 'canary.arrived'>['data'];
export type Found = Pick<Arrived, 'dkim' | 'aligned' | 'listId' | 'subject'>;

const longest = 200;

/** Our letter's id is in its Message-ID, which lists leave as it is; undefined for what others wrote to the list. */
export const letterOf = ({ messageId }: CameByList): LetterId | undefined =>
  /^<?([\w-]{43})@/.exec(messageId?.trim() ?? '')?.[1] as LetterId | undefined;

export const domainOf = (address: string): string => /@([^\s<>@"]+)>?\s*$/.exec(address)?.[1]?.toLowerCase() ?? '';

/** Relaxed alignment (RFC 7489, 3.1), without a list of public suffixes: one is the other, or within it. */
const isAligned = (one: string, other: string): boolean =>
  one !== '' && other !== '' && (one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`));

const signer = ({ properties }: AuthenticationResult): string =>
  properties.get('header.d') ?? domainOf(`@${(properties.get('header.i') ?? '').split('@').at(-1) ?? ''}`);

const dkimOf = (all: readonly AuthenticationResult[], ownDomain: string): Arrived['dkim'] => {
  const signatures = all.filter(({ method, result }) => method === 'dkim' && result !== 'none');
  const ours = signatures.filter((one) => isAligned(signer(one), ownDomain));
  const counted = ours.length > 0 ? ours : signatures;
  if (counted.length === 0) return 'none';
  return counted.some(({ result }) => result === 'pass') ? 'pass' : 'fail';
};

/** What DMARC asks: that a name that passed is the one that people see. */
const alignedBy = (all: readonly AuthenticationResult[], from: string): boolean => {
  const dmarc = all.filter(({ method }) => method === 'dmarc').map(({ result }) => result);
  if (dmarc.includes('pass')) return true;
  if (dmarc.includes('fail')) return false;
  return all.some((one) => {
    if (one.result !== 'pass') return false;
    if (one.method === 'dkim') return isAligned(signer(one), from);
    if (one.method !== 'spf') return false;
    const sender = one.properties.get('smtp.mailfrom') ?? '';
    return isAligned(sender.includes('@') ? domainOf(sender) : sender, from);
  });
};

/**
 * How a copy came back over a list. What is said of signatures is believed of the server that receives for us alone, and of it the
 * header that stands first: it writes above what was there.
 */
export const foundIn = (mail: CameByList, { ownDomain, authservId }: Trust): Found => {
  const valuesOf = (name: string): string[] =>
    mail.headers.filter(({ key }) => key === name).map(({ value }) => value.trim());
  const of = (method: string): readonly AuthenticationResult[] => {
    if (authservId === undefined) return [];
    const said = valuesOf('authentication-results').map((value) =>
      resultsBy(authservId, value).filter((one) => one.method === method),
    );
    return said.find((some) => some.length > 0) ?? [];
  };
  const all = ['dkim', 'spf', 'dmarc'].flatMap(of);
  const [listId] = valuesOf('list-id');
  return {
    dkim: dkimOf(all, ownDomain),
    aligned: alignedBy(all, domainOf(mail.from?.address ?? '')),
    listId: listId === undefined ? null : (/<([^<>]*)>\s*$/.exec(listId)?.[1] ?? listId).slice(0, longest),
    subject: (mail.subject ?? '').slice(0, longest),
  };
};
