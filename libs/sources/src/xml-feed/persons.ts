import { all, pick, textAt } from './dialects.js';
import { children, type Element } from './elements.js';

/** `ada@exemple.test (Ada)` and `Ada <ada@exemple.test>`: the name, where there is one. */
const withoutAddress = (written: string): string => {
  const before = /^([^()<>]{1,500}?)\s*[(<]\s*[^()<>\s]+@[^()<>\s]+\s*[)>]$/.exec(written);
  const behind = /^[^()<>\s]+@[^()<>\s]+\s*\(([^()]{1,500})\)$/.exec(written);
  return (before ?? behind)?.[1]?.trim() ?? written;
};

/** Who wrote a feed or an item, by name; the address only where there is no name. */
export const personIn = (element: Element): string | undefined => {
  const person = pick(element, 'author');
  const parts = person && children(person).some(({ kind }) => kind === 'name' || kind === 'email') ? person : undefined;
  const named = parts && (textAt(parts, 'name') ?? textAt(parts, 'email'));
  const written =
    named ??
    textAt(element, 'author', 'managingeditor', 'dc:creator', 'dc:author', 'itunes:author') ??
    all(element, 'itunes:owner').flatMap((owner) => textAt(owner, 'itunes:name') ?? [])[0];
  return written === undefined ? undefined : withoutAddress(written);
};
