import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { HubEvent } from '@relais/catalogue';
import { MemoryEventStore } from '@relais/event-store';
import { agenda, type AgendaRow } from '../agenda/agenda.js';
import type { Projection } from '../projection.js';
import { projections } from '../projections.js';
import { Generation } from '../storage/generation.js';
import type { AnyProjection } from '../storage/table.js';
import { history, recognised, recordedHistory, temporaryFolder } from '../testing/index.js';
import { differences, diffFiles } from './diff.js';
import type { Difference } from './difference.js';
import { TwoGenerations } from './two-generations.js';

const folder = temporaryFolder();
let files = 0;

/** The file of a generation that holds what these projections make of a log. */
const generationOf = async (store = recordedHistory(), of: readonly AnyProjection[] = projections): Promise<string> => {
  const number = ++files;
  const file = join(folder, `${number}.db`);
  const generation = Generation.open(file, number, of);
  for await (const page of (await store).readAll()) generation.apply(page);
  generation.close();
  return file;
};

const logOf = async (...events: readonly HubEvent[]): Promise<MemoryEventStore> => {
  const store = new MemoryEventStore({ now: () => '2026-11-23T10:00:00.000Z' });
  await store.append('spec', events, 'any');
  return store;
};

const all = (before: string, after: string): Difference[] => {
  const found: Difference[] = [];
  diffFiles(before, after, { onDifference: (difference) => found.push(difference) });
  return found;
};

/** Our projections, with another agenda. */
const withAgenda = (other: Partial<Projection<AgendaRow>>): readonly AnyProjection[] =>
  projections.map((one) => (one.name === 'agenda' ? { ...agenda, ...other } : one));

const gathering = (id: string, data: object = {}): HubEvent => recognised({ gathering: id as never, ...data });

describe('the diff of two generations', () => {
  it('is nothing where the same log was projected twice', async () => {
    const [before, after] = [await generationOf(), await generationOf()];
    const { counts, examples, versions, ...sides } = diffFiles(before, after);
    expect([counts, examples, versions]).toEqual([[], [], []]);
    expect(sides.before).toEqual(sides.after);
    expect(sides.before.rows).toBeGreaterThan(20);
    expect(Number(sides.before.position)).toBeGreaterThan(100);
  });

  it('names rows that were added, removed and changed, each with its key and city, and only what differs', async () => {
    const before = await generationOf(logOf(gathering('a'), gathering('b', { title: 'Café' }), gathering('c')));
    const after = await generationOf(logOf(gathering('a'), gathering('b', { title: 'Thé' }), gathering('d')));
    expect(all(before, after).filter(({ projection }) => projection === 'agenda')).toEqual([
      {
        ...{ projection: 'agenda', key: 'b', city: 'lille', kind: 'changed' },
        changes: [{ path: 'title', before: 'Café', after: 'Thé' }],
      },
      {
        projection: 'agenda',
        key: 'c',
        city: 'lille',
        kind: 'removed',
        before: expect.objectContaining({ gathering: 'c' }),
      },
      {
        projection: 'agenda',
        key: 'd',
        city: 'lille',
        kind: 'added',
        after: expect.objectContaining({ gathering: 'd' }),
      },
    ]);
  });

  it('counts by projection and city, and keeps so many examples of each projection', async () => {
    const others = Array.from({ length: 9 }, (_, n) => gathering(`g${n}`, { assembly: n < 3 ? 'paris' : 'lille' }));
    const { counts, examples } = diffFiles(await generationOf(logOf()), await generationOf(logOf(...others)), {
      limit: 2,
    });
    const none = { removed: 0, changed: 0, hidden: 0 };
    expect(counts).toEqual([
      { projection: 'agenda', city: 'lille', added: 6, ...none },
      { projection: 'agenda', city: 'paris', added: 3, ...none },
      { projection: 'gathering', city: 'lille', added: 6, ...none },
      { projection: 'gathering', city: 'paris', added: 3, ...none },
    ]);
    expect(examples.map(({ projection, key }) => `${projection} ${key}`)).toEqual([
      ...['agenda g0', 'agenda g1'],
      ...['gathering g0', 'gathering g1'],
    ]);
  });

  it('knows the city of what is of a list', async () => {
    const without = history.filter(({ stream }) => !/^(letter|subscription)-/.test(stream));
    const found = all(await generationOf(recordedHistory(without)), await generationOf());
    expect(new Set(found.map(({ projection, city }) => `${projection} ${city}`))).toEqual(
      // A list of somebody else's is no city's.
      new Set(['letters lille', 'subscribers lille', 'letters null', 'canaries null']),
    );
  });

  it('is nothing where rows are only written in another way', async () => {
    const [before, after] = [await generationOf(), await generationOf()];
    const database = new DatabaseSync(after);
    // Indented, so that every row's text differs.
    for (const { name } of projections) {
      const rows = database.prepare(`SELECT key, row FROM "rows_${name}"`).all();
      const put = database.prepare(`UPDATE "rows_${name}" SET row = ? WHERE key = ?`);
      for (const { key, row } of rows) {
        const backwards = Object.fromEntries(Object.entries(JSON.parse(String(row)) as object).reverse());
        put.run(JSON.stringify(backwards, null, 2), String(key));
      }
    }
    database.close();
    expect(all(before, after)).toEqual([]);
  });

  it('compares rows that are shown to nobody, and says that they are hidden', async () => {
    const before = await generationOf();
    const upper = withAgenda({
      on: {
        ...agenda.on,
        'gathering.recognised': (rows, event) => {
          agenda.on['gathering.recognised']?.(rows, event);
          rows.change(event.data.gathering, { position: 'other' });
        },
      },
    });
    const found = all(before, await generationOf(undefined, upper)).filter(({ projection }) => projection === 'agenda');
    const hidden = found.filter((one) => one.hidden === 'always').map(({ key }) => key);
    expect(hidden).toEqual(['rencontre-3', 'rencontre-6']);
    expect(found.length).toBeGreaterThan(hidden.length);
    const { counts } = diffFiles(before, await generationOf(undefined, upper));
    expect(counts.find(({ projection }) => projection === 'agenda')).toMatchObject({
      changed: found.length,
      hidden: 2,
    });
  });

  it('shows a row that one of the two hides, though it is the same', async () => {
    const [shown, hiding] = [await generationOf(undefined, withAgenda({ hidden: () => false })), await generationOf()];
    const expected = (hidden: string) =>
      ['rencontre-3', 'rencontre-6'].map((key) => ({
        ...{ projection: 'agenda', key, city: 'lille', kind: 'changed', hidden, changes: [] },
      }));
    expect(all(shown, hiding)).toEqual(expected('after'));
    expect(all(hiding, shown)).toEqual(expected('before'));
  });

  it('compares where one hides nothing at all', async () => {
    const { hidden: _, ...open } = agenda;
    const bare = projections.map((one) => (one.name === 'agenda' ? (open as unknown as AnyProjection) : one));
    const found = all(await generationOf(undefined, bare), await generationOf());
    expect(found.map(({ key, hidden }) => [key, hidden])).toEqual([
      ...['rencontre-3', 'rencontre-6'].map((key) => [key, 'after']),
    ]);
  });

  it('says which projections only one of them has, or has at another version', async () => {
    const other = [...withAgenda({ version: 99 }).filter(({ name }) => name !== 'news')];
    const { versions, counts } = diffFiles(await generationOf(), await generationOf(undefined, other));
    expect(versions).toEqual(
      [
        { projection: 'agenda', before: agenda.version, after: 99 },
        { projection: 'news', before: 1, after: null },
      ].map((one) => ({ ...one, before: projections.find(({ name }) => name === one.projection)?.version })),
    );
    expect(counts.map(({ projection, removed }) => [projection, removed > 0])).toEqual([['news', true]]);
  });

  it('names the positions that the two stand at', async () => {
    const [shorter, longer] = [
      await generationOf(logOf(gathering('a'))),
      await generationOf(logOf(gathering('a'), gathering('b'))),
    ];
    const { before, after } = diffFiles(shorter, longer);
    expect([before.position, after.position]).toEqual(['1', '2']);
  });

  it('holds both as they were when it was begun, whatever is written meanwhile', async () => {
    const [before, after] = [await generationOf(logOf(gathering('a'))), await generationOf(logOf(gathering('a')))];
    const [feeding, store] = [Generation.open(after, 1), await logOf(gathering('a'), gathering('b'))];
    const two = TwoGenerations.open(before, after);
    for await (const page of store.readAll(1n)) feeding.apply(page);
    expect(feeding.position).toBe(2n);
    expect([...differences(two)]).toEqual([]);
    expect(two.after.position).toBe(1n);
    two.close();
    feeding.close();
    expect(all(before, after).map(({ key }) => key)).toEqual(['b', 'b']);
  });

  it('reads a file whose name has to be escaped, and refuses one that is none', async () => {
    const made = await generationOf();
    const odd = join(folder, 'a b?c#d%.db');
    const database = new DatabaseSync(made);
    database.prepare('VACUUM INTO ?').run(odd);
    database.close();
    expect(diffFiles(made, odd).counts).toEqual([]);
    expect(() => diffFiles(made, join(folder, 'nothing.db'))).toThrow('unable to open database');
    expect(() => diffFiles(made, import.meta.filename)).toThrow('file is not a database');
  });
});
