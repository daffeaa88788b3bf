import { randomUUID } from 'node:crypto';
import { chained, MemoryEventStore, type EventStore, type Link } from '../index.js';
import { BrokenChain, chainOf, extentOf, type Extent, type Numbered } from './chain-of.js';
import { exportedLog } from './exported-log.js';
import { exportLines, type ExportRange } from './export-lines.js';
import { goOn, type GoneOn } from './go-on.js';
import { linesOf } from './lines-of.js';
import { eventLine, eventOf } from './log-lines.js';

const at = '2026-11-25T09:00:00.000Z';

/** Texts that JSON writes in one way only, and some that somebody else may have written otherwise. */
const odd: readonly Pick<Link, 'data' | 'metadata'>[] = [
  { data: '{"text":"Œuvre « à » 𝄞\\n\\u0000 \u2028 \u2029 \\ud800"}', metadata: '{"correlation":"x"}' },
  { data: '{ "spaced": 1.0 }', metadata: '{}' },
  { data: '{"b":1,"1":2,"b":3}', metadata: '{"z":1e3}' },
  { data: '{"__proto__":{"x":1},"n":12345678901234567890}', metadata: '{}' },
  { data: '{"slash":"\\/"}', metadata: '{}' },
];

/** Two streams by turns, with every odd text among them. */
const filled = async (count = 2_345): Promise<MemoryEventStore> => {
  const store = new MemoryEventStore();
  await store.copy(
    Array.from({ length: count }, (_, n) => ({
      ...{ position: 0n, id: randomUUID(), stream: n % 2 === 0 ? 'a' : 'b', version: Math.floor(n / 2) + 1 },
      ...{ type: 'test.happened', recordedAt: at },
      ...(odd[n % 50] ?? { data: JSON.stringify({ n }), metadata: '{}' }),
    })),
  );
  return store;
};

/** A store whose links are others than it holds. */
class Altered extends MemoryEventStore {
  constructor(private readonly alter: (link: Link) => Link) {
    super();
  }
  override async *links(after?: bigint): AsyncIterable<readonly Link[]> {
    for await (const page of super.links(after)) yield page.map(this.alter);
  }
}

async function* each<Value>(values: readonly Value[]): AsyncIterable<Value> {
  yield* values;
}
const lines = async (store: EventStore, range: ExportRange = {}, soFar?: readonly string[]): Promise<string[]> => {
  const found: string[] = [];
  for await (const some of exportLines(store, range, at, soFar && each(soFar))) found.push(...some);
  return found;
};
const into = async (store: EventStore, file: readonly string[]): Promise<GoneOn> =>
  goOn(store, await exportedLog(each(file)));
const linksOf = async (store: EventStore): Promise<unknown[]> => {
  const found: unknown[] = [];
  for await (const page of store.links()) found.push(...page.map(({ position: _, ...link }) => link));
  return found;
};

describe('a log that is exported', () => {
  it('comes back as it was, letter by letter and with the same hashes', async () => {
    const store = await filled();
    const other = new MemoryEventStore();
    expect(await into(other, await lines(store))).toEqual({ ...(await extentOf(store)), recorded: 2_345 });
    expect(await linksOf(other)).toEqual(await linksOf(store));
  });

  it('is lines of JSON, whose data are values wherever they can be had back exactly', async () => {
    const store = await filled(60);
    const parsed = (await lines(store)).map((line) => JSON.parse(line) as Record<string, unknown>);
    const { hash, events } = await extentOf(store);
    expect(parsed[0]).toEqual({ relais: 'log', format: 1, after: { events: 0, hash: '0'.repeat(64) }, exportedAt: at });
    expect(parsed[6]).toMatchObject({
      number: 6,
      position: '6',
      stream: 'b',
      version: 3,
      data: { n: 5 },
      metadata: {},
    });
    expect(parsed.slice(1, 6).map((line) => 'data' in line)).toEqual([true, false, false, false, false]);
    expect(parsed[2]).toMatchObject({ dataText: '{ "spaced": 1.0 }', metadata: {} });
    expect(parsed.at(-1)).toEqual({ end: 'log', events, hash });
  });

  it('that holds nothing comes back as nothing', async () => {
    const file = await lines(new MemoryEventStore());
    expect(file).toHaveLength(2);
    const other = new MemoryEventStore();
    expect(await into(other, file)).toMatchObject({ events: 0, recorded: 0 });
  });

  it('ends where the log stood when it began, whoever writes meanwhile', async () => {
    const store = await filled();
    const found: string[] = [];
    for await (const some of exportLines(store, {}, at)) {
      await store.append('c', [{ type: 'test.happened', data: {} }], 'any');
      found.push(...some);
    }
    expect(found).toHaveLength(2_347);
    expect(await into(new MemoryEventStore(), found)).toMatchObject({ events: 2_345 });
  });

  it.each([0, 1, 2, 1_000, 1_001, 1_500, 2_346])('goes on after %i lines that are there', async (count) => {
    const store = await filled();
    const whole = await lines(store);
    expect(await lines(store, {}, whole.slice(0, count))).toEqual(whole.slice(count));
  });

  it('goes on with what was recorded since', async () => {
    const store = await filled(10);
    const before = (await lines(store)).slice(0, -1);
    await store.append('c', [{ type: 'test.happened', data: {} }], 'any');
    const rest = await lines(store, {}, before);
    expect(rest).toHaveLength(2);
    expect(await into(new MemoryEventStore(), [...before, ...rest])).toMatchObject({ events: 11 });
  });

  it('does not go on after what is of another log, or of another part', async () => {
    const [store, other] = [await filled(10), await filled(10)];
    const whole = await lines(store);
    await expect(lines(other, {}, whole.slice(0, 5))).rejects.toThrow('the log part at event 1');
    await expect(lines(store, { from: 3n }, whole.slice(0, 5))).rejects.toThrow('begins elsewhere');
    await expect(lines(store, { to: 3n }, whole.slice(0, 6))).rejects.toThrow('goes on after event 3');
  });

  it('comes in parts as well, each of which goes on from the one before', async () => {
    const store = await filled(30);
    const [first, second] = [await lines(store, { to: 12n }), await lines(store, { from: 13n })];
    expect([first.length, second.length]).toEqual([14, 20]);
    const other = new MemoryEventStore();
    await expect(into(other, second)).rejects.toThrow('begins after event 12, and the log ends at 0');
    expect(await into(other, first)).toMatchObject({ events: 12, recorded: 12 });
    expect(await into(other, second)).toEqual({ ...(await extentOf(store)), recorded: 18 });
    await expect(into(await filled(12), second)).rejects.toThrow('goes on from another log: event 12 (b, version 6)');
  });

  it('is not exported past an event that was altered in the store', async () => {
    const store = new Altered((link) => (link.position === 4n ? { ...link, data: '{"n":400}' } : link));
    await store.copy((await linksOf(await filled(10))) as Link[]);
    await expect(lines(store)).rejects.toThrow(BrokenChain);
    await expect(extentOf(store)).rejects.toThrow('at position 4');
  });
});

describe('a log that another is to go on as', () => {
  const states: readonly [string, number][] = [
    ['is empty', 0],
    ['holds its beginning', 1],
    ['stopped in the middle of it', 1_700],
    ['holds all of it', 2_345],
  ];
  it.each(states)('takes what is missing when it %s', async (_what, count) => {
    const store = await filled();
    const other = new MemoryEventStore();
    await other.copy(((await linksOf(store)) as Link[]).slice(0, count));
    const seen: number[] = [];
    const course = { after: { events: 0, hash: '0'.repeat(64) }, pages: chainOf(store) };
    const end: Extent = await extentOf(store);
    expect(await goOn(other, course, (events) => seen.push(events))).toEqual({ ...end, recorded: 2_345 - count });
    expect(await linksOf(other)).toEqual(await linksOf(store));
    expect(seen.at(-1)).toBe(count < 2_345 ? 2_345 : undefined);
  });

  it('takes nothing when it holds something else, and says where they part', async () => {
    const store = await filled(10);
    const file = await lines(store);
    const other = new MemoryEventStore();
    await other.copy(((await linksOf(store)) as Link[]).slice(0, 4));
    await other.append('a', [{ type: 'test.other', data: {} }], 'any');
    await expect(into(other, file)).rejects.toThrow(
      `they part at event 5 (a, version 3): there it is a, version 3, of ${at}`,
    );
    expect(await other.head()).toBe(5n);
  });

  it('takes nothing when it holds all of it and more', async () => {
    const store = await filled(10);
    const file = await lines(store);
    await store.append('c', [{ type: 'test.happened', data: {} }], 'any');
    await expect(into(store, file)).rejects.toThrow('goes on with event 11 (c, version 1)');
  });

  it('says so when it did not become the same', async () => {
    const other = new Altered(({ hash: _, ...link }) => (link.position === 4n ? { ...link, data: '{"n":400}' } : link));
    await expect(into(other, await lines(await filled(10)))).rejects.toThrow('something else wrote to it');
  });
});

describe('a damaged export', () => {
  const damaged: readonly [string, (file: string[]) => string[], string][] = [
    [
      'an altered datum',
      (file) => file.with(7, (file[7] ?? '').replace('"n":6', '"n":7')),
      'line 8 is not as it was written',
    ],
    [
      'an altered time',
      (file) => file.with(7, (file[7] ?? '').replace('T09:', 'T10:')),
      'line 8 is not as it was written',
    ],
    [
      'an altered hash',
      (file) => file.with(7, (file[7] ?? '').replace(/"hash":"./, '"hash":"x')),
      'line 8 is not as it was written',
    ],
    ['a line that is cut', (file) => file.with(7, (file[7] ?? '').slice(0, 50)), 'line 8 is no event that can be read'],
    ['a line of another type', (file) => file.with(7, '["an array"]'), 'line 8 is no event that can be read'],
    [
      'a line without its version',
      (file) => file.with(7, (file[7] ?? '').replace('"version"', '"v"')),
      'line 8 is no event',
    ],
    ['a removed event', (file) => file.toSpliced(7, 1), 'line 8 is event 8, where 7 should be'],
    ['a doubled event', (file) => file.toSpliced(7, 0, file[7] ?? ''), 'line 9 is event 7, where 8 should be'],
    [
      'swapped events',
      (file) => file.with(7, file[8] ?? '').with(8, file[7] ?? ''),
      'line 8 is event 8, where 7 should be',
    ],
    ['a missing end', (file) => file.slice(0, -1), 'line 12 is missing: the end was cut off'],
    ['missing last events', (file) => file.toSpliced(9, 2), 'line 10 says that there are 10 events, and there are 8'],
    ['something after its end', (file) => [...file, '{}'], 'line 13 follows the end'],
    ['no first line', (file) => file.slice(1), 'line 1 does not say that this is an exported log'],
    ['nothing in it', () => [], 'line 1 does not say that this is an exported log'],
    [
      'a newer format',
      (file) => file.with(0, (file[0] ?? '').replace('"format":1', '"format":2')),
      'is of a newer Relais (format 2',
    ],
  ];

  it.each(damaged)('with %s is refused, with the line', async (_what, damage, said) => {
    const file = damage(await lines(await filled(10)));
    const store = new MemoryEventStore();
    await expect(into(store, file)).rejects.toThrow(said);
    expect(await store.head()).toBe(0n);
  });

  it('says how much before the damage is whole', async () => {
    const file = (await lines(await filled(10))).with(7, '');
    await expect(into(new MemoryEventStore(), file)).rejects.toThrow('the 6 events before it are whole');
  });

  it('is refused with an event that holds a line feed, which the chain could not tell from another', async () => {
    const file = await lines(await filled(10));
    const [before, last] = file.slice(9, 11).map(eventOf);
    const forged = { ...(last as Numbered), stream: 'a\nb' };
    const line = eventLine({ ...forged, hash: chained(before?.hash ?? '', forged) });
    await expect(into(new MemoryEventStore(), file.with(10, line))).rejects.toThrow('line 11 is not as it was written');
  });
});

describe('lines', () => {
  const told = async (...chunks: readonly (string | Uint8Array)[]): Promise<string[]> => {
    const found: string[] = [];
    for await (const line of linesOf(each(chunks.map((chunk) => Buffer.from(chunk))))) found.push(line);
    return found;
  };

  it('are ended by a line feed and nothing else', async () => {
    expect(await told('a\u2028b\rc\u2029\n\nd\n')).toEqual(['a\u2028b\rc\u2029', '', 'd']);
  });

  it('are put together from pieces, wherever these were cut', async () => {
    const bytes = Buffer.from('Œuvre\n𝄞\n');
    for (let at = 0; at <= bytes.length; at++)
      expect(await told(bytes.subarray(0, at), bytes.subarray(at))).toEqual(['Œuvre', '𝄞']);
    expect(await told(...Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual(['Œuvre', '𝄞']);
  });

  it('leave out an end that no line feed ends', async () => {
    expect(await told('a\nb')).toEqual(['a']);
    expect(await told()).toEqual([]);
  });
});
