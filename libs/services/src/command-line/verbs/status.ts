import type { EventStore } from '@relais/event-store';
import { letters, projections, sources, subscribers, type SourceRow } from '@relais/read-models';
import { talliedIn, type Tallied } from '../../returns/tally.js';
import { journalStanding, type JournalStanding } from '../../notary/journal-standing.js';
import { openLog, openReadModels } from '../open-files.js';
import type { Verb } from '../verb.js';
import { countsByPosition } from '../../wiring/adapters.js';

/** So many events at most are counted that the pages do not show yet. */
const most = 10_000;

/** How many events are recorded after a position. */
const eventsAfter = async (log: EventStore, position: bigint): Promise<number> => {
  let count = 0;
  for await (const page of log.readAll(position)) if ((count += page.length) >= most) break;
  return count;
};

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
      const lag = position < head ? await eventsAfter(log, position) : 0;
      const health = models.find(sources).map(({ row }) => row.status);
      const are = (...statuses: SourceRow['status'][]): number =>
        health.filter((status) => statuses.includes(status)).length;
      const found = {
        events: countsByPosition(settings) ? Number(head) : null,
        position: Number(head),
        generation: models.generation(),
        projections: projections.map(({ name, version }) => ({ name, version, position: Number(position), lag })),
        // One that is gone cannot be read either, and somebody has to see to it.
        sources: { ok: are('ok'), failing: are('failing', 'gone'), silent: are('silent'), unread: are('unread') },
        subscribers: models.count(subscribers, { where: { status: 'confirmed' } }),
        letters: models.count(letters, { where: { status: 'accepted' } }),
        /** What came back by mail, by what came of it. */
        returns: talliedIn(settings.dataFolder) ?? null,
        journal: await journalStanding(log, settings.keyFile),
      };
      output.say(found, () =>
        [
          `events       ${found.events ?? `up to position ${head} of the event store server`}`,
          `read models  generation ${found.generation}, at position ${position}${lag > 0 ? `, ${lag} behind` : ''}`,
          `sources      ${found.sources.ok} read, ${found.sources.silent} silent, ${found.sources.failing} failing, ${found.sources.unread} not read yet`,
          `subscribers  ${found.subscribers}`,
          `letters      ${found.letters} handed over`,
          `returns      ${returnsInWords(found.returns)}`,
          `journal      ${journalInWords(found.journal)}`,
        ].join('\n'),
      );
      return 0;
    } finally {
      models.close();
      await log.close();
    }
  },
};

const returnsInWords = (tallied: Tallied | null): string => {
  const counts = Object.entries(tallied?.counts ?? {}).map(([what, count]) => `${count} ${what}`);
  return tallied === null || counts.length === 0 ? 'none' : `${counts.join(', ')} since ${tallied.since}`;
};

const journalInWords = ({ position, at, unfixed, problem }: JournalStanding): string => {
  if (problem !== undefined) return `NOT WHAT WAS SIGNED: ${problem}`;
  return at === null ? `no checkpoint yet` : `fixed up to position ${position} (${at}), ${unfixed} events since`;
};
