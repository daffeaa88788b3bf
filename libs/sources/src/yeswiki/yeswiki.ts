import { itemsRead, type Note } from '../item-list.js';
import { isObject, fetchedJson, textOf, type Json } from '../json-document.js';
import { UnreadableDocument, type Fetched, type ReadDocument, type SourceFormat } from '../source-format.js';
import { entryReport } from './entry-report.js';

/** The entries of an answer: a list, an object by their ids, or one of them. */
const entriesOf = (document: unknown): readonly unknown[] | undefined => {
  if (Array.isArray(document)) return document as readonly unknown[];
  if (!isObject(document)) return undefined;
  return isEntry(document) ? [document] : Object.values(document);
};

const isEntry = (value: Json): boolean => textOf(value['id_fiche']) !== undefined;

/** A form without entries says only where it came from. */
const isEmptyForm = ({ url }: Fetched, text: string): boolean =>
  /^(\[\s*\]|\{\s*\})\s*$/.test(text) && /[?&/]api\/(forms\/\d+\/)?entries/.test(url);

/** The entries of YesWiki's Bazar: `?api/forms/{id}/entries`, `?api/entries`. An entry with a date of beginning is a gathering. */
export const yeswiki: SourceFormat = {
  name: 'yeswiki',
  recognises: (fetched, text) =>
    (/^[[{]/.test(text) &&
      /"id_fiche"\s*:/.test(text) &&
      /"(id_typeannonce|bf_titre|date_creation_fiche)"\s*:/.test(text)) ||
    isEmptyForm(fetched, text),
  async read(fetched): Promise<ReadDocument> {
    const entries = entriesOf(fetchedJson(fetched));
    if (entries === undefined) throw new UnreadableDocument('YesWiki: no entries of a form');
    return itemsRead(entries, 'entries', (entry, note: Note) => entryReport(entry, fetched, note));
  },
};
