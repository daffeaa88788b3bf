import { letters, projections, sources, subscribers } from '@relais/read-models';
import { openLog, openReadModels } from '../open-files.js';
import type { Verb } from '../verb.js';

/** How many events, how far the read models are, how the sources are. */
export const status: Verb = {
  name: 'status',
  summary: 'how many events there are, how far the pages are, how the sources are',
  async run({ settings, output }) {
    const log = openLog(settings);
    const models = openReadModels(settings);
    try {
      const head = await log.head();
      const position = models.position();
      const lag = Number(head - position);
      const health = models.find(sources).map(({ row }) => row.status);
      const found = {
        events: Number(head),
        position: Number(head),
        generation: models.generation(),
        projections: projections.map(({ name, version }) => ({ name, version, position: Number(position), lag })),
        sources: {
          ok: health.filter((one) => one === 'ok').length,
          failing: health.filter((one) => one === 'failing').length,
          // No source is called silent yet: nothing measures its usual gap.
          silent: 0,
          unread: health.filter((one) => one === 'unread').length,
        },
        subscribers: models.count(subscribers, { where: { status: 'confirmed' } }),
        letters: models.count(letters, { where: { status: 'accepted' } }),
      };
      output.say(found, () =>
        [
          `events       ${found.events}`,
          `read models  generation ${found.generation}, at position ${position}${lag > 0 ? `, ${lag} behind` : ''}`,
          `sources      ${found.sources.ok} read, ${found.sources.failing} failing, ${found.sources.unread} not read yet`,
          `subscribers  ${found.subscribers}`,
          `letters      ${found.letters} handed over`,
        ].join('\n'),
      );
      return 0;
    } finally {
      models.close();
      await log.close();
    }
  },
};
