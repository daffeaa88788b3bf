import type { Basis } from '@relais/gathering';
import type { GatheringId } from '@relais/vocabulary';

/** SHA-256 of a text; passed in, because this stage is pure. */
export type Hash = (text: string) => Uint8Array;

/** Digits and letters that are not mistaken for one another when read aloud (Crockford's base 32). */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** An id made from the first announcement, so that the same history gives the same address; longer only where it is taken. */
export const gatheringIdFor = (
  { source, item }: Basis,
  hash: Hash,
  isTaken: (id: GatheringId) => boolean,
): GatheringId => {
  const characters = [...hash(`${source} ${item}`)].map((byte) => alphabet[byte % 32]).join('');
  for (let length = 10; length <= characters.length; length++) {
    const id = characters.slice(0, length) as GatheringId;
    if (!isTaken(id)) return id;
  }
  throw new Error(`no id is left for the gathering first announced as ${item} of ${source}`);
};
