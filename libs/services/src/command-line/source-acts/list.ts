import { sources as rows } from '@relais/read-models';
import { openReadModels } from '../open-files.js';
import type { SourceAct } from './source-act.js';
import { toLook } from './workplace.js';

/** What is read, of which assembly, how it is, and whether it is of the configuration or was added. */
export const list: SourceAct = {
  name: 'list',
  run: (desk, { city }) =>
    toLook<0>(desk, async ({ roster }) => {
      const models = openReadModels(desk.settings);
      try {
        const all = roster.all().filter(({ assembly }) => city === undefined || assembly === city);
        const found = all.map(({ assembly, description, everyMinutes }) => ({
          ...{ id: description.source, assembly, title: description.title, platform: description.platform },
          ...{ url: description.url ?? null, every: everyMinutes, added: roster.isAdded(description.source) },
          status: models.get(rows, description.source)?.status ?? 'unread',
        }));
        desk.output.say({ sources: found }, () =>
          [
            ...found.map(
              ({ id, status, added, url }) =>
                `${id.padEnd(28)} ${status.padEnd(8)} ${added ? 'added' : '     '} ${url ?? ''}`,
            ),
            `${found.length} sources, ${found.filter(({ added }) => added).length} of them added while Relais ran`,
          ].join('\n'),
        );
        return 0;
      } finally {
        models.close();
      }
    }),
};
