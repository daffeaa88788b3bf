import { all, pick } from './dialects.js';
import type { Element } from './elements.js';
import { gatheringIn, type StatedGathering } from './gatherings.js';
import { htmlOf } from './text-constructs.js';

/** What of an item stays beside the canonical document. */
export type Aside = Readonly<{ html: string; base: string; gathering: StatedGathering | undefined }>;

const bodyOf = (item: Element): Element | undefined =>
  pick(item, 'content:encoded', 'content', 'fullitem', 'xhtml:body', 'xhtml:div', 'body', 'description', 'summary') ??
  pick(item, 'dc:description', 'itunes:summary', 'abstract', 'media:description') ??
  all(item, 'media:group').flatMap((group) => pick(group, 'media:description') ?? [])[0];

/** The body as HTML, what addresses in it are relative to, and the gathering that it announces. */
export const asideOf = (item: Element): Aside => {
  const body = bodyOf(item);
  return { html: body ? htmlOf(body) : '', base: body?.base ?? item.base, gathering: gatheringIn(item) };
};
