import { itemsRead } from '../item-list.js';
import { isObject, fetchedJson, textOf, type Json } from '../json-document.js';
import { UnreadableDocument, type ReadDocument, type ReadingError, type SourceFormat } from '../source-format.js';
import { pageOf, pageReport, type Change } from './page-report.js';

/** What the API says went wrong: `{"error":{"code","info"}}`, or the first of `errors`. */
const refusalOf = (document: unknown): string => {
  const said = isObject(document) ? document : {};
  const listed: readonly unknown[] = Array.isArray(said['errors']) ? said['errors'] : [];
  const first = said['error'] ?? listed[0];
  const error = isObject(first) ? first : {};
  const info = textOf(error['info']) ?? textOf(error['text']) ?? textOf(error['code']);
  return info ? `: ${info.slice(0, 300)}` : '';
};

/** What it warns of, by the part of the API that does: what was asked for may not be what came. */
const warningsOf = (document: unknown): readonly ReadingError[] => {
  const said = isObject(document) ? document['warnings'] : undefined;
  const warnings: readonly (readonly [unknown, unknown])[] = Array.isArray(said)
    ? said.filter(isObject).map((one) => [one['module'], one])
    : Object.entries(isObject(said) ? said : {});
  return warnings.slice(0, 20).flatMap(([part, one]) => {
    const text = isObject(one) ? (textOf(one['*']) ?? textOf(one['warnings']) ?? textOf(one['text'])) : undefined;
    return text === undefined ? [] : [{ where: `warnings.${textOf(part) ?? 'main'}`, what: text.slice(0, 300) }];
  });
};

/** Pages in the order of their latest change, the latest first; whatever the order of the changes was. */
const byPage = (changes: readonly (Change | undefined)[]): Change[][] => {
  const known = changes.filter((change) => change !== undefined);
  const latestFirst = known.toSorted((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0));
  return [...Map.groupBy(latestFirst, ({ page }) => page).values()];
};

/**
 * MediaWiki's recent changes through its API (`action=query&list=recentchanges`). An item is a page, under its id on this wiki, however
 * often it was changed; its feeds (`feedrecentchanges`, `action=history`) have an item for each revision, and come as Atom or RSS.
 */
export const mediawiki: SourceFormat = {
  name: 'mediawiki',
  recognises: (_fetched, text) =>
    text.startsWith('{') &&
    (/"recentchanges"\s*:\s*\[/.test(text) ||
      (/^\{\s*"errors?"\s*:\s*\[?\s*\{\s*"code"\s*:/.test(text) && /"servedby"|"docref"/.test(text))),
  async read(fetched): Promise<ReadDocument> {
    const document = fetchedJson(fetched);
    const query = isObject(document) && isObject(document['query']) ? document['query'] : {};
    const changes = query['recentchanges'];
    if (!Array.isArray(changes)) throw new UnreadableDocument(`MediaWiki: no recent changes${refusalOf(document)}`);
    const found: (Change | undefined)[] = [];
    const { errors } = itemsRead(changes, 'recentchanges', (change: Json, note) => {
      found.push(pageOf(change, note));
      return undefined;
    });
    return {
      reports: byPage(found).map((ofPage) => pageReport(ofPage, fetched)),
      errors: [...warningsOf(document), ...errors],
    };
  },
};
