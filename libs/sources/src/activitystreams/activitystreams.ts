import type { ItemKey } from '@relais/vocabulary';
import { fetchedJson, textOf } from '../json-document.js';
import { firstItems } from '../limits.js';
import { httpUrl, itemKeyOf } from '../report.js';
import {
  UnreadableDocument,
  type Fetched,
  type ReadDocument,
  type ReadingError,
  type Report,
  type SourceFormat,
} from '../source-format.js';
import { titleOfText } from '../text-as-html.js';
import { idOf, pageOf } from './objects.js';
import { objectReport } from './object-report.js';
import { isCollection, statementsIn } from './statements.js';

/** The latest word on an object counts: collections of activities begin with it, what they say further down was true before. */
const read = (document: unknown, fetched: Fetched): ReadDocument => {
  const { read: statements, errors: beyond } = firstItems(statementsIn(document, 'document'));
  const errors: ReadingError[] = [...beyond];
  const reports = new Map<ItemKey, Report>();
  const withdrawn = new Set<ItemKey>();
  for (const statement of statements) {
    const note = (what: string): void => void errors.push({ where: statement.where, what });
    if ('unusable' in statement) note(statement.unusable);
    else if ('withdrawn' in statement) {
      const item = itemKeyOf(statement.withdrawn);
      if (!reports.has(item)) withdrawn.add(item);
    } else {
      const report = objectReport(statement.shown, fetched, note);
      if (report && !reports.has(report.item) && !withdrawn.has(report.item)) reports.set(report.item, report);
    }
  }
  if (reports.size === 0 && withdrawn.size === 0 && errors[0] && !isCollection(document))
    throw new UnreadableDocument(`ActivityStreams: ${errors[0].what}`);
  return {
    ...headingOf(document, fetched),
    reports: [...reports.values()],
    ...(withdrawn.size > 0 && { withdrawn: [...withdrawn] }),
    errors,
  };
};

const headingOf = (document: unknown, { url }: Fetched): { title?: string; link?: string } => {
  if (!isCollection(document)) return {};
  const title = titleOfText(textOf(document['name']) ?? '');
  const link = httpUrl(pageOf(document) ?? idOf(document['partOf']) ?? idOf(document), url);
  return { ...(title && { title }), ...(link && { link }) };
};

const types =
  'Event|Note|Article|Video|Create|Update|Announce|Delete|Undo|Add|Tombstone|OrderedCollection(Page)?|Collection(Page)?';

/**
 * ActivityStreams 2 (and events of 1): objects, activities about them, and collections of either, as Mobilizon, Gancio, WordPress, PeerTube
 * and Communecter publish them. An object is one item under its ActivityPub id, however many activities speak of it.
 */
export const activitystreams: SourceFormat = {
  name: 'activitystreams',
  recognises: (_fetched, text) =>
    /^[{[]/.test(text) &&
    (/"@context"\s*:[^"]{0,20}"https?:\\?\/\\?\/www\.w3\.org\\?\/ns\\?\/activitystreams/.test(text) ||
      (new RegExp(String.raw`"type"\s*:\s*\[?\s*"(as:)?(${types})"`).test(text) &&
        /"(actor|attributedTo|startTime|orderedItems|items|published|to|totalItems)"\s*:/.test(text)) ||
      /"objectType"\s*:\s*"event"/.test(text)),
  async read(fetched) {
    return read(fetchedJson(fetched), fetched);
  },
};
