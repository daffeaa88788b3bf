import { createHash } from 'node:crypto';
import type { Keys } from '@relais/transport';
import type { ImportId, ListId, Lookup, PersonId, SubscriptionId } from '@relais/vocabulary';

/** In the shape of the ids that are random (a UUID of version 8), from a keyed hash: the same again, and random to whoever lacks the key. */
const uuid = (keys: Keys, about: string): string => {
  const bytes = createHash('sha256').update(keys.lookup(about)).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
};

/** The same file for the same list is the same import; once it was undone, the next is another. Short, since somebody types it. */
export const importIdOf = (keys: Keys, of: { list: ListId; hash: string; undone: number }): ImportId =>
  uuid(keys, `import ${of.list} ${of.hash} ${of.undone}`).slice(0, 13) as ImportId;

/** An import brings an address once, however often it is begun again. */
export const subscriptionIdOf = (keys: Keys, id: ImportId, lookup: Lookup): SubscriptionId =>
  uuid(keys, `subscription ${id} ${lookup}`) as SubscriptionId;

export const personIdOf = (keys: Keys, id: ImportId, lookup: Lookup): PersonId =>
  uuid(keys, `person ${id} ${lookup}`) as PersonId;
