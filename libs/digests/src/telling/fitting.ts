import { fragment, type Fragment, type Length } from './fragments.js';
import type { Telling, ToldSection } from './telling.js';
import type { Manner } from './told.js';

/** How much room there is: bytes of HTML, and facts. */
export type Room = Readonly<{ bytes: number; facts: number }>;

/** A section in fragments. */
export type FittedSection = Readonly<{ title: string; empty?: string; fragments: readonly Fragment[] }>;
/** What found room, and how many facts did not. */
export type Fitted = Readonly<{ sections: readonly FittedSection[]; left: number }>;

/** What a slot comes to, at most: a token of ours in a link. */
const slotBytes = 160;
const bytesOf = ({ html, text }: Fragment): number =>
  // A letter without HTML has the same room, so that it says the same.
  Math.max(Buffer.byteLength(html), Buffer.byteLength(text)) + slotBytes * (html.split('{{').length - 1);

/**
 * The facts of a telling as far as there is room: in full from the first on, then short, then counted. All have room in
 * short before any has it in full, so that a long text never hides another fact.
 */
export const fitted = ({ sections }: Telling, length: Length, manner: Manner, room: Room): Fitted => {
  const all = sections.flatMap(({ facts }) => facts);
  const short = all.map((fact) => fragment(fact, 'short', manner));
  let bytes = 0;
  const told: Fragment[] = [];
  for (const one of short.slice(0, room.facts)) {
    if (bytes + bytesOf(one) > room.bytes) break;
    bytes += bytesOf(one);
    told.push(one);
  }
  for (const [index, one] of length === 'full' ? told.entries() : []) {
    const tellable = all[index];
    const full = tellable && fragment(tellable, 'full', manner);
    if (full === undefined || bytes - bytesOf(one) + bytesOf(full) > room.bytes) break;
    bytes += bytesOf(full) - bytesOf(one);
    told[index] = full;
  }
  return { sections: inSections(sections, told), left: all.length - told.length };
};

/** Puts the fragments back where their facts stand. */
const inSections = (sections: readonly ToldSection[], told: readonly Fragment[]): FittedSection[] => {
  let from = 0;
  return sections.flatMap(({ title, empty, facts }) => {
    const fragments = told.slice(from, from + facts.length);
    from += facts.length;
    return fragments.length > 0 || empty !== undefined ? [{ title, ...(empty && { empty }), fragments }] : [];
  });
};
