import { httpUrl } from '../report.js';
import { itemsRead } from '../item-list.js';
import { isObject, fetchedJson, textOf } from '../json-document.js';
import { firstItems } from '../limits.js';
import { UnreadableDocument, type ReadDocument, type SourceFormat } from '../source-format.js';
import { eventReports } from './event-reports.js';

/** OpenAgenda's API, version 2: `/v2/agendas/{uid}/events`; and what version 1 exports: `/agendas/{uid}/events.json`. An event has several timings: each of them is an item. */
export const openagenda: SourceFormat = {
  name: 'openagenda',
  recognises: (_fetched, text) =>
    text.startsWith('{') &&
    /"events"\s*:\s*\[/.test(text) &&
    (/"(timings|firstTiming|nextTiming|lastTiming|originAgenda|onlineAccessLink)"\s*:/.test(text) ||
      /"events"\s*:\s*\[\s*\]/.test(text)) &&
    !/"(rest_url|api_version)"\s*:/.test(text),
  async read(fetched): Promise<ReadDocument> {
    const document = fetchedJson(fetched);
    if (!isObject(document) || !Array.isArray(document['events']))
      throw new UnreadableDocument('OpenAgenda: an answer without events');
    const all = itemsRead(document['events'], 'events', (event, note) => eventReports(event, fetched, note));
    const { read: reports, errors: beyond } = firstItems(all.reports);
    const agenda = isObject(document['agenda']) ? document['agenda'] : {};
    const link = httpUrl(textOf(agenda['url']), fetched.url);
    return { ...(link && { link }), reports, errors: [...all.errors, ...beyond] };
  },
};
