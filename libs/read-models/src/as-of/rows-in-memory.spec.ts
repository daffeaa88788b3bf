import type { Recorded } from '@relais/event-sourcing';
import { agenda } from '../agenda/agenda.js';
import type { Query } from '../read-models.js';
import { sources } from '../sources/sources.js';
import { folded } from './folded.js';
import { RowsInMemory } from './rows-in-memory.js';
import { recognised } from '../testing/index.js';
import { recordedHistory, shownFrom } from './testing/history-then.js';

const queries: Query<keyof typeof agenda.columns>[] = [
  {},
  { order: ['starts', 'ascending'] },
  { order: ['starts', 'descending'] },
  { order: ['known', 'descending'], limit: 3 },
  { order: ['occurrence', 'ascending'], after: { value: null, key: 'rencontre-3' } },
  { order: ['starts', 'ascending'], after: { value: '2026-11-26T17:00:00Z', key: 'rencontre-2' }, limit: 2 },
  { order: ['starts', 'descending'], after: { value: '2026-11-26T17:00:00Z', key: 'rencontre-2' } },
  { after: { value: null, key: 'rencontre-4' } },
  { order: ['starts', 'ascending'], after: { value: null, key: 'first' } },
  { order: ['starts', 'descending'], after: { value: null, key: 'first' } },
  { where: { starts: null } },
  { where: { assembly: 'lille', occurrence: null }, limit: 0 },
  { where: { assembly: 'gent' } },
  { from: { day: '2026-11-27' } },
  { before: { day: '2026-11-27' } },
];

describe('a few rows in memory', () => {
  it.each(queries)('answer as those of a generation do: %j', async (query) => {
    const store = await recordedHistory();
    const events: Recorded[] = [];
    await store.append(
      'gathering-undated',
      [recognised({ gathering: 'undated' as never, when: undefined as never })],
      'any',
    );
    await store.append(
      'gathering-first',
      [recognised({ gathering: 'first' as never, when: undefined as never })],
      'any',
    );
    for await (const page of store.readAll()) events.push(...page);
    const rows = folded(events, [agenda, sources]);
    const models = new RowsInMemory({ position: 1n, at: '2026-11-25T09:00:00Z' }, rows);
    const shown = shownFrom(events);
    expect(models.find(agenda, query)).toEqual(shown.find(agenda, query));
    expect(models.count(agenda, query)).toBe(shown.count(agenda, query));
    expect(models.find(sources)).toEqual(shown.find(sources));
    for (const key of ['rencontre-1', 'rencontre-3', 'none'])
      expect(models.get(agenda, key)).toEqual(shown.get(agenda, key));
  });
});
