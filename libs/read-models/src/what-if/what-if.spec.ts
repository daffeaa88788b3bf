import { readdirSync } from 'node:fs';
import { MemoryEventStore, type EventStore } from '@relais/event-store';
import { agenda, type AgendaRow } from '../agenda/agenda.js';
import type { Difference } from '../diff/difference.js';
import type { Projection } from '../projection.js';
import type { AnyProjection } from '../storage/table.js';
import { founded, recognised, recordedHistory, temporaryFolder } from '../testing/index.js';
import { projectionsIn } from './projections-in.js';
import { Untriable } from './untriable.js';
import { suppose, supposeProjections } from './what-if.js';

const other = (change: object): AnyProjection => ({ ...agenda, ...change });

/** The agenda, with this done to every gathering that is recognised. */
const also = (change: () => Partial<AgendaRow>): AnyProjection =>
  other({
    on: {
      ...agenda.on,
      'gathering.recognised': (
        ...[rows, event]: Parameters<NonNullable<(typeof agenda.on)['gathering.recognised']>>
      ) => {
        agenda.on['gathering.recognised']?.(rows, event);
        rows.change(event.data.gathering, change());
      },
    },
  });

const tried = async (projection: AnyProjection, log?: EventStore) => {
  const found: Difference[] = [];
  const store = log ?? (await recordedHistory());
  const diff = await supposeProjections(store, [projection], { onDifference: (one) => found.push(one) });
  return { ...diff, found };
};

describe('a changed projection, tried on the whole history', () => {
  it('says what would be other, and nothing else', async () => {
    const { counts, found, before, after } = await tried(also(() => ({ position: 'other' })));
    expect(counts).toEqual([
      { projection: 'agenda', city: 'lille', added: 0, removed: 0, changed: found.length, hidden: 2 },
    ]);
    expect(found[0]?.changes).toEqual([{ path: 'position', before: expect.stringMatching(/^\d+$/), after: 'other' }]);
    expect(before).toEqual(after);
  });

  it('is no difference where it is the one there is', async () => {
    expect(await tried(other({}))).toMatchObject({ counts: [], found: [], versions: [] });
  });

  it('may be one of a new name, whose rows are all added, by city where they say it', async () => {
    const rooms: Projection<object> = {
      ...{ name: 'rooms', version: 1, columns: {} },
      on: { 'gathering.recognised': (rows, { data }) => rows.put(data.gathering, { assembly: data.assembly }) },
    };
    const { counts, versions } = await tried(rooms);
    expect(counts).toEqual([expect.objectContaining({ projection: 'rooms', city: 'lille', removed: 0, changed: 0 })]);
    expect(versions).toEqual([{ projection: 'rooms', before: null, after: 1 }]);
  });

  it('leaves no file behind, also when it is stopped', async () => {
    const temporary = temporaryFolder();
    await supposeProjections(await recordedHistory(), [other({})], { temporary });
    const stopped = supposeProjections(await recordedHistory(), [other({})], {
      temporary,
      signal: AbortSignal.abort(),
    });
    await expect(stopped).rejects.toThrow('aborted');
    expect(readdirSync(temporary)).toEqual([]);
  });

  it('reads the log once more for each side, and never writes', async () => {
    const log = await recordedHistory();
    const read: string[] = [];
    const watched = new Proxy(log, {
      get: (target, name) => {
        read.push(String(name));
        const member: unknown = Reflect.get(target, name);
        return typeof member === 'function' ? (member.bind(target) as unknown) : member;
      },
    });
    await supposeProjections(watched, [other({})]);
    expect([...new Set(read)].sort()).toEqual(['head', 'readAll', 'readAllBack']);
  });
});

describe('two suppositions', () => {
  it('are compared at one position, though the log of one goes on', async () => {
    const log = new MemoryEventStore({ now: () => '2026-11-23T10:00:00.000Z' });
    await log.append('a', [founded(), recognised()], 'any');
    const longer = new MemoryEventStore({ now: () => '2026-11-23T10:00:00.000Z' });
    await longer.append(
      'a',
      [founded(), recognised({ title: 'Other' }), recognised({ gathering: 'late' as never })],
      'any',
    );
    const all = [agenda] as unknown as AnyProjection[];
    const { examples } = await suppose({ log, projections: all }, { log: longer, projections: all });
    expect(examples.map(({ key, changes }) => [key, changes])).toEqual([
      ['lille-11', [{ path: 'title', before: 'Assemblée 11', after: 'Other' }]],
    ]);
  });
});

describe('what is no projection', () => {
  it.each([
    ['a clock', () => ({ title: new Date().toISOString().slice(0, 10) })],
    ['the time of day', () => ({ title: String(new Date().getHours() - new Date(0).getHours()) })],
    ['milliseconds', () => ({ title: String(Date.now()) })],
    ['chance', () => ({ title: String(Math.random()) })],
  ])('is found by making its rows twice: %s', async (_what, change) => {
    const trial = tried(also(change));
    await expect(trial).rejects.toThrow(Untriable);
    await expect(trial).rejects.toThrow(/«agenda» is not made of events alone.*first \d+ events/);
  });

  it('is found by what it remembers of the time before', async () => {
    let count = 0;
    await expect(tried(also(() => ({ title: `Number ${++count}` })))).rejects.toThrow('not made of events alone');
  });

  it('leaves the clock as it was', async () => {
    const today = Date;
    await expect(tried(also(() => ({ title: String(Date.now()) })))).rejects.toThrow();
    expect(Date).toBe(today);
  });

  it('names the event it fails on, in one line', async () => {
    const failing = also(() => {
      throw new TypeError('no such member');
    });
    await expect(tried(failing)).rejects.toThrow(
      /^the projection «agenda» fails at position \d+ \(gathering\.recognised, gathering-1\): TypeError: no such member$/,
    );
  });

  it('names the row that a column fails on', async () => {
    const columns = { starts: ({ when }: AgendaRow) => (when as unknown as { from: string }).from.length };
    await expect(tried(other({ columns }))).rejects.toThrow(
      /^the projection «agenda» fails in the column «starts» of the row \{.*: TypeError: /,
    );
  });

  it('does not answer with a promise', async () => {
    const on = { 'gathering.recognised': async () => undefined };
    await expect(tried(other({ on }))).rejects.toThrow('answers later, with a promise, at position');
  });
});

describe('the projections of a module', () => {
  const good = { name: 'rooms', version: 1, columns: {}, on: {} };

  it('are all that it exports, under whatever name, once each', () => {
    const all = [good, { ...good, name: 'tables' }];
    expect(projectionsIn({ default: all[0], rooms: all[0], tables: all[1], count: 3, help: () => 1 }, 'a.js')).toEqual(
      all,
    );
  });

  it.each([
    [{}, 'a.js exports no projection'],
    [{ a: { ...good, version: '1' } }, '«rooms» of a.js needs a whole number as its version'],
    [{ a: { ...good, name: 'Rooms"; DROP' } }, 'needs a name of small letters'],
    [{ a: { ...good, columns: undefined } }, 'needs columns'],
    [{ a: { ...good, columns: { city: 'city' } } }, 'needs columns'],
    [{ a: { ...good, hidden: true } }, 'can have hidden only as a function'],
    [
      { a: { ...good, on: { 'gathering.recognized': () => 1 } } },
      'handles «gathering.recognized», which is no type of event',
    ],
    [{ a: { ...good, on: { 'gathering.recognised': 1 } } }, 'needs a function for «gathering.recognised»'],
    [{ a: good, b: { ...good } }, 'exports two projections of the name «rooms»'],
  ])('are checked: %#', (module, problem) => {
    expect(() => projectionsIn(module, 'a.js')).toThrow(Untriable);
    expect(() => projectionsIn(module, 'a.js')).toThrow(problem);
  });
});
