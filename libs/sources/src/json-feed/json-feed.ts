import { firstItems } from '../limits.js';
import { fetchedJson, isObject, textOf } from '../json-document.js';
import { httpUrl } from '../report.js';
import { revisitOf } from '../revisit.js';
import { UnreadableDocument, type ReadDocument, type ReadingError, type SourceFormat } from '../source-format.js';
import { titleOfText } from '../text-as-html.js';
import { itemReport } from './item-report.js';

/**
 * JSON Feed 1.0 and 1.1 (https://jsonfeed.org/version/1.1). An item is news, unless it carries our extension:
 * `_relais: { kind: 'gathering', title?, starts?, ends?, allDay?, zone?, place?: { name, address, postalCode, city, country, latitude, longitude }, status? }`;
 * `starts` and `ends` are instants, local times in `zone`, or days (the last one included); without `starts` it is undated.
 * `title` is the gathering's own, where the item's says more than that.
 */
export const jsonFeed: SourceFormat = {
  name: 'json-feed',
  recognises: (_fetched, text) =>
    text.startsWith('{') && /"version"\s*:\s*"https?:\\?\/\\?\/(www\.)?jsonfeed\.org/.test(text),
  async read(fetched): Promise<ReadDocument> {
    const feed = fetchedJson(fetched);
    if (!isObject(feed) || !Array.isArray(feed['items'])) throw new UnreadableDocument('a JSON Feed without items');
    const { read, errors: beyond } = firstItems<unknown>(feed['items']);
    const errors: ReadingError[] = [...beyond];
    const reports = read.flatMap((item, index) => {
      const report = isObject(item) ? itemReport(item, fetched, errors) : undefined;
      if (report === undefined) errors.push({ where: `items[${index}]`, what: 'no id, URL, title or text' });
      return report ?? [];
    });
    const [title, link] = [
      titleOfText(textOf(feed['title']) ?? ''),
      httpUrl(textOf(feed['home_page_url']), fetched.url),
    ];
    // It is finished and will never change, it says; a week is the longest that is believed.
    const revisit = feed['expired'] === true ? revisitOf({ minutes: [10_080] }) : undefined;
    return { ...(title && { title }), ...(link && { link }), reports, errors, ...(revisit && { revisit }) };
  },
};
