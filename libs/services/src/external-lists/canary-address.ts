import { createHash } from 'node:crypto';
import { returnAddress, type Tokens } from '@relais/transport';
import { inSmallLetters, type ListId } from '@relais/vocabulary';

/** What names a list in a mail address, whatever its length: 24 characters, without case. */
export const listCode = (list: ListId): string =>
  inSmallLetters(createHash('sha256').update(list).digest()).slice(0, 24);

/** The address of ours that is to be subscribed to an external list: nobody can make it up, and it is the same each time. */
export const canaryAddress = (keys: Tokens, returnDomain: string, list: ListId): string =>
  returnAddress(keys, returnDomain, 'canary', listCode(list));
