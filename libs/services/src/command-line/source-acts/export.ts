import { opml } from '@relais/feeds';
import { openReadModels } from '../open-files.js';
import type { SourceAct } from './source-act.js';

/** All sources as OPML, the same as at /sources.opml. */
export const exportAll: SourceAct = {
  name: 'export',
  async run({ settings, output }) {
    const models = openReadModels(settings);
    try {
      const document = opml(models);
      output.say({ opml: document }, () => document.trimEnd());
      return 0;
    } finally {
      models.close();
    }
  },
};
