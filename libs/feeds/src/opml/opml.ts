import { assemblies, sources, type ReadModels } from '@relais/read-models';
import { xmlText } from '../xml.js';

/** All sources that have a public address, as OPML 2.0 (http://opml.org/spec2.opml), an outline per assembly. */
export const opml = (models: ReadModels): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0"><head><title>Relais des communs : sources</title></head><body>',
    ...models
      .find(assemblies, { order: ['city', 'ascending'] })
      .flatMap(({ row }) => [
        `<outline text="${xmlText(row.profile.name)}">`,
        ...models
          .find(sources, { where: { assembly: row.assembly } })
          .flatMap(({ row: { title, url, site } }) =>
            url === undefined
              ? []
              : `<outline type="rss" text="${xmlText(title)}" xmlUrl="${xmlText(url)}"${site ? ` htmlUrl="${xmlText(site)}"` : ''}/>`,
          ),
        '</outline>',
      ]),
    '</body></opml>',
    '',
  ].join('\n');

export const opmlMediaType = 'text/x-opml; charset=utf-8';
