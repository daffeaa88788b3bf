import { randomUUID } from 'node:crypto';
import { accept, type Decider, type Event, type Recorded } from '@relais/event-sourcing';
import { handle } from '../command-handler.js';
import { beginning, chained } from '../chain.js';
import { DuplicateId, StreamEnded, streamEnded, WrongVersion, type EventStore, type NewEvent } from '../event-store.js';

const happened = (n: number, id?: string): NewEvent => ({ type: 'test.happened', data: { n }, ...(id && { id }) });
const numbers = (events: readonly Recorded[]): number[] => events.map(({ data }) => (data as { n: number }).n);

const all = async <Value>(values: AsyncIterable<Value>): Promise<Value[]> => {
  const seen: Value[] = [];
  for await (const value of values) seen.push(value);
  return seen;
};
const flat = async (pages: AsyncIterable<readonly Recorded[]>): Promise<Recorded[]> => (await all(pages)).flat();

const take = async (pages: AsyncIterable<readonly Recorded[]>, count: number): Promise<Recorded[]> => {
  const seen: Recorded[] = [];
  for await (const page of pages) {
    seen.push(...page);
    if (seen.length >= count) break;
  }
  return seen;
};

/** Counts: each command adds one, whatever others do. */
const counter: Decider<number, 'add', Event> = {
  initial: 0,
  decide: (_command, state) => accept({ type: 'test.added', data: { n: state + 1 } }),
  evolve: (state) => state + 1,
};

export type Abilities = Readonly<{
  /** Where an event is found again by the id that its writer gave it. */
  knowsIds?: 'of the log' | 'of the stream';
}>;

/**
 * What every event store must do. An adapter's spec is one call of this. Of positions it asks only that they are in order:
 * what else an adapter promises of them, its own spec says.
 */
export const describeEventStore = (
  name: string,
  open: () => Promise<EventStore>,
  { knowsIds = 'of the log' }: Abilities = {},
): void => {
  describe(`${name} as an event store`, () => {
    let store: EventStore;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    it('gives a stream back in the order it was written', async () => {
      await store.append('a', [happened(1), happened(2)], 'no stream');
      expect((await store.append('a', [happened(3)], 2)).version).toBe(3);
      expect(numbers(await all(store.read('a')))).toEqual([1, 2, 3]);
      expect((await all(store.read('a'))).map(({ version }) => version)).toEqual([1, 2, 3]);
    });

    it('gives a stream back after a version', async () => {
      await store.append('a', [happened(1), happened(2), happened(3)], 'any');
      expect(numbers(await all(store.read('a', 2)))).toEqual([3]);
    });

    it('gives nothing for a stream that is not there', async () => {
      expect(await all(store.read('nowhere'))).toEqual([]);
      expect(await store.head()).toBe(0n);
    });

    it.each<['no stream' | number]>([['no stream'], [0], [2]])(
      'refuses to write over what somebody else wrote (expecting %s), and writes nothing',
      async (expected) => {
        const { position } = await store.append('a', [happened(1)], 'no stream');
        await expect(store.append('a', [happened(2), happened(3)], expected)).rejects.toThrow(WrongVersion);
        expect(numbers(await all(store.read('a')))).toEqual([1]);
        expect(await store.head()).toBe(position);
      },
    );

    it('records all of the events or none', async () => {
      const id = randomUUID();
      const first = await store.append('a', [happened(1, id)], 'any');
      await expect(store.append('a', [happened(2), happened(3, id)], 'any')).rejects.toThrow(DuplicateId);
      expect(numbers(await all(store.read('a')))).toEqual([1]);
      const second = await store.append('b', [happened(4)], 'no stream');
      const positions = (await flat(store.readAll())).map(({ position }) => position);
      expect(positions).toEqual([first.position, second.position]);
      expect(second.position).toBeGreaterThan(first.position);
    });

    it('keeps an event as it was: its id, its data, the time', async () => {
      const id = randomUUID();
      const data = { text: 'Œuvre « à » 𝄞\n\0', nested: [{ x: null }], big: 'é'.repeat(200_000) };
      await store.append('a', [{ id, type: 'test.said', data }], 'any');
      const [event] = await all(store.read('a'));
      expect(event).toMatchObject({ id, type: 'test.said', data, stream: 'a' });
      expect(event?.recordedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d.*Z$/);
    });

    it('records nothing when the same events come again', async () => {
      const events = [happened(1, randomUUID()), happened(2, randomUUID())];
      const first = await store.append('a', events, 'no stream');
      const { position } = await store.append('a', [happened(3)], 'any');
      for (const expected of ['no stream', 'any', 3] as const)
        expect(await store.append('a', events, expected)).toEqual(first);
      expect(await store.head()).toBe(position);
    });

    it('refuses an id that it knows for another event', async () => {
      const id = randomUUID();
      await store.append('a', [happened(1, id)], 'any');
      await expect(store.append('a', [happened(2, id)], 'any')).rejects.toThrow(DuplicateId);
      if (knowsIds === 'of the log')
        await expect(store.append('b', [happened(1, id)], 'any')).rejects.toThrow(DuplicateId);
    });

    it('records nothing for no events', async () => {
      expect(await store.append('a', [], 'any')).toEqual({ version: 0, position: 0n });
    });

    it('keeps one order over all streams, and resumes after a position', async () => {
      await store.append('a', [happened(1)], 'any');
      const { position } = await store.append('b', [happened(2)], 'any');
      const last = await store.append('a', [happened(3)], 'any');
      expect(numbers(await flat(store.readAll()))).toEqual([1, 2, 3]);
      expect(numbers(await flat(store.readAll(position)))).toEqual([3]);
      expect(await store.head()).toBe(last.position);
    });

    it('reads a long log in pages of at most a thousand', async () => {
      await store.append(
        'a',
        Array.from({ length: 2_500 }, (_, n) => happened(n)),
        'any',
      );
      const pages = await all(store.readAll());
      expect(pages.every((page) => page.length > 0 && page.length <= 1_000)).toBe(true);
      expect(numbers(pages.flat())).toEqual(Array.from({ length: 2_500 }, (_, n) => n));
      expect(await all(store.read('a'))).toHaveLength(2_500);
    });

    it('gives a stream and the whole log back from their ends, and from before a place', async () => {
      await store.append(
        'a',
        Array.from({ length: 1_200 }, (_, n) => happened(n)),
        'any',
      );
      const { position } = await store.append('b', [happened(1_200)], 'any');
      await store.append('a', [happened(1_201)], 'any');
      const down = (from: number): number[] => Array.from({ length: from + 1 }, (_, n) => from - n);
      expect(numbers(await flat(store.readAllBack()))).toEqual(down(1_201));
      expect(numbers(await flat(store.readAllBack(position)))).toEqual(down(1_199));
      expect((await all(store.readAllBack())).every((page) => page.length > 0 && page.length <= 1_000)).toBe(true);
      expect(numbers(await all(store.readBack('a')))).toEqual([1_201, ...down(1_199)]);
      expect(numbers(await all(store.readBack('a', 3)))).toEqual([1, 0]);
      expect(await all(store.readBack('nowhere'))).toEqual([]);
      const of = { types: ['test.other'] };
      expect(await flat(store.readAllBack(undefined, of))).toEqual([]);
    });

    it('keeps what is known of an event beside what happened', async () => {
      const metadata = { correlation: randomUUID(), causation: randomUUID() };
      await store.append('a', [{ ...happened(1), metadata }, happened(2)], 'any');
      const [first, second] = await all(store.read('a'));
      expect(first?.metadata).toEqual(metadata);
      expect(second).not.toHaveProperty('metadata');
    });

    it('records nothing more in a stream that was ended, whose past can still be read', async () => {
      await store.append('a', [happened(1)], 'any');
      await store.end('a');
      await store.end('a');
      for (const expected of ['any', 2, 1, 'no stream'] as const)
        await expect(store.append('a', [happened(2)], expected)).rejects.toThrow(StreamEnded);
      expect((await all(store.read('a'))).map(({ type }) => type)).toEqual(['test.happened', streamEnded]);
      await store.append('b', [happened(3)], 'no stream');
      expect((await flat(store.readAll())).map(({ type }) => type)).toEqual([
        'test.happened',
        streamEnded,
        'test.happened',
      ]);
    });

    it('says what its chain is made of: of what was recorded, in order', async () => {
      await store.append('a', [happened(1), { type: 'test.said', data: { text: 'Œuvre\n« 𝄞 »' } }], 'any');
      await store.append('b', [{ ...happened(2), metadata: { correlation: randomUUID() } }], 'any');
      const links = (await all(store.links())).flat();
      const events = await flat(store.readAll());
      expect(
        links.map(({ data, metadata, hash: _, ...link }) => ({
          ...link,
          data: JSON.parse(data) as unknown,
          metadata: JSON.parse(metadata) as unknown,
        })),
      ).toEqual(events.map((event) => ({ metadata: {}, ...event })));
      let hash = beginning;
      for (const link of links) {
        hash = chained(hash, link);
        expect(link.hash ?? hash).toBe(hash);
      }
      expect((await all(store.links(links[1]?.position))).flat()).toEqual(links.slice(2));
    });

    it('records what another log holds as it is there, and goes on from it', async () => {
      await store.append('a', [happened(1), happened(2)], 'any');
      await store.append('b', [happened(3)], 'any');
      const links = (await all(store.links())).flat();
      const other = await open();
      try {
        await other.copy(links.slice(0, 2));
        await expect(other.copy(links.slice(1))).rejects.toThrow(WrongVersion);
        await other.copy(links.slice(2));
        const without = ({ position: _, ...link }: (typeof links)[number]) => link;
        expect((await all(other.links())).flat().map(without)).toEqual(links.map(without));
        expect((await other.append('a', [happened(4)], 2)).version).toBe(3);
      } finally {
        await other.close();
      }
    });

    it('records nothing that another log holds after a stream was ended, whichever of them ended it', async () => {
      await store.append('a', [happened(1), { type: streamEnded, data: {} }], 'any');
      const links = (await all(store.links())).flat();
      const [last] = links.slice(-1);
      const beyond = last ? [{ ...last, id: randomUUID(), type: 'test.happened', version: 3 }] : [];
      await expect(store.copy(beyond)).rejects.toThrow(StreamEnded);
      const other = await open();
      try {
        await expect(other.copy([...links, ...beyond])).rejects.toThrow(StreamEnded);
        expect(await other.head()).toBe(0n);
      } finally {
        await other.close();
      }
    });

    it('knows where the log stood at an instant, in a log of many pages, and goes on with it', async () => {
      const at = (second: number): string => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();
      const link = { stream: 'a', type: 'test.happened', metadata: '{}', data: '{}', position: 0n };
      /** Three events in each second from the tenth on. */
      const write = (from: number, count: number): Promise<void> =>
        store.copy(
          Array.from({ length: count }, (_, n) => ({
            ...{ ...link, id: randomUUID(), version: from + n },
            recordedAt: at(10 + Math.floor((from + n - 1) / 3)),
          })),
        );
      const expectEach = async (seconds: readonly number[]): Promise<void> => {
        const places = [0n, ...(await flat(store.readAll())).map(({ position }) => position)];
        const placeOf = (second: number) => places[Math.max(0, Math.min(places.length - 1, (second - 9) * 3))];
        for (const second of seconds)
          expect([second, await store.positionAt(at(second))]).toEqual([second, placeOf(second)]);
      };
      expect(await store.positionAt(at(1e6))).toBe(0n);
      await write(1, 2_400);
      await expectEach([300, 9, 0, 10, 11, 808, 809, 810, 1e6, 343, 342, 676, 677, 500, 10]);
      expect(await store.positionAt('2026-01-01T00:00:09.999Z')).toBe(0n);
      expect(await store.positionAt('2026-01-01T00:00:10.5Z')).toBe(await store.positionAt(at(10)));
      await write(2_401, 6);
      await expectEach([811, 1e6, 810, 809, 400]);
    });

    it('knows some place of the log for an instant, though a clock was set back', async () => {
      const seconds = [5, 6, 7, 2, 3, 4, 8, 1];
      const link = { stream: 'a', type: 'test.happened', metadata: '{}', data: '{}', position: 0n };
      const at = (second: number): string => `2026-01-01T00:00:0${second}.000Z`;
      await store.copy(
        seconds.map((second, n) => ({ ...link, id: randomUUID(), version: n + 1, recordedAt: at(second) })),
      );
      const places = [0n, ...(await flat(store.readAll())).map(({ position }) => position)];
      for (const second of [0, ...seconds, 9]) expect(places).toContain(await store.positionAt(at(second)));
    });

    it.each([
      ['an id that is no UUID', { id: 'one', type: 'test.happened', data: { n: 1 } }],
      ['a line feed in its type', { type: 'test\nhappened', data: { n: 1 } }],
      ['data that is no JSON', { type: 'test.happened', data: 1n }],
    ])('refuses an event with %s, and records nothing of its append', async (_what, event) => {
      await expect(store.append('a', [happened(0), event], 'any')).rejects.toThrow();
      await expect(store.append('a\nb', [happened(0)], 'any')).rejects.toThrow('line feed');
      expect(await store.head()).toBe(0n);
    });

    it('lets each of many appends at once succeed or fail for itself', async () => {
      const outcomes = await Promise.allSettled(
        Array.from({ length: 60 }, (_, n) => store.append(`s${n % 40}`, [happened(n)], 'no stream')),
      );
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(40);
      expect(numbers(await flat(store.readAll())).sort((one, other) => one - other)).toEqual(
        Array.from({ length: 40 }, (_, n) => n),
      );
    });

    it('reads only the types that are asked for', async () => {
      await store.append('a', [happened(1), { type: 'test.other', data: { n: 2 } }, happened(3)], 'any');
      expect(numbers(await flat(store.readAll(0n, { types: ['test.other'] })))).toEqual([2]);
      expect(await flat(store.readAll(0n, { types: ['test.unheard-of'] }))).toEqual([]);
    });

    it('follows from a position, past and present, while others write, without a gap or a repeat', async () => {
      const { position: first } = await store.append('before', [happened(0)], 'any');
      await store.append('before', [happened(1)], 'any');
      const seen = take(store.subscribe(first, new AbortController().signal), 401);
      const write = async (stream: string): Promise<void> => {
        for (let n = 0; n < 200; n++) await store.append(stream, [happened(n)], 'any');
      };
      await Promise.all([write('x'), write('y')]);
      const there = (await flat(store.readAll(first))).map(({ position }) => position);
      expect((await seen).map(({ position }) => position)).toEqual(there);
      expect(there).toHaveLength(401);
      expect(there).toEqual(there.toSorted((one, other) => Number(one - other)));
    });

    it('follows only the types that are asked for', async () => {
      const seen = take(store.subscribe(0n, new AbortController().signal, { types: ['test.other'] }), 2);
      await store.append('a', [happened(1), { type: 'test.other', data: { n: 2 } }], 'any');
      await store.append('a', [happened(3)], 'any');
      await store.append('a', [{ type: 'test.other', data: { n: 4 } }], 'any');
      expect(numbers(await seen)).toEqual([2, 4]);
    });

    it('stops following when told to', async () => {
      const stop = new AbortController();
      const following = flat(store.subscribe(0n, stop.signal));
      stop.abort();
      expect(await following).toEqual([]);
    });

    it('lets its followers go when it closes', async () => {
      const following = flat(store.subscribe(0n, new AbortController().signal));
      await store.close();
      expect(await following).toEqual([]);
    });

    it('keeps with each event what its command came of', async () => {
      const cause = { correlation: randomUUID(), causation: randomUUID() };
      await handle(store, 'counter', counter, 'add', cause);
      expect((await all(store.read('counter')))[0]?.metadata).toEqual(cause);
    });

    it('lets concurrent commands on one stream each be decided on what is really there', async () => {
      await Promise.all(Array.from({ length: 5 }, () => handle(store, 'counter', counter, 'add')));
      expect(numbers(await all(store.read('counter')))).toEqual([1, 2, 3, 4, 5]);
    });
  });
};
