import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Recorded } from '@relais/event-sourcing';
import { StreamEnded, WrongVersion, type Expected } from '../event-store.js';
import { EventStoreUnavailable } from './faults.js';
import { KurrentEventStore, type KurrentOptions } from './kurrent-event-store.js';
import { EventStoreServer, type ServerOptions } from './testing/index.js';

const happened = (n: number) => ({ type: 'test.happened', data: { n } });
const numbers = (events: readonly Recorded[]): number[] => events.map(({ data }) => (data as { n: number }).n);
const flat = async (pages: AsyncIterable<readonly Recorded[]>): Promise<Recorded[]> => {
  const seen: Recorded[] = [];
  for await (const page of pages) seen.push(...page);
  return seen;
};

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

const start = async (options?: ServerOptions): Promise<EventStoreServer> => {
  const server = await EventStoreServer.start(options);
  ends.push(() => server.end());
  return server;
};

/** Waits long for what is to come, as a hub does; the tests about waiting say how long. */
const open = async (server: EventStoreServer, options: KurrentOptions = {}): Promise<KurrentEventStore> => {
  const store = await KurrentEventStore.open(server.url(), { lookAgain: 3_600_000, ...options });
  ends.push(() => store.close());
  return store;
};

const impatient = { silence: 200, patience: 600 };

describe('an event store server', () => {
  it('that falls silent makes an append, a read and the head fail in time, and all go on when it speaks again', async () => {
    const server = await start();
    const store = await open(server, impatient);
    server.wire.fallSilent();
    const calls = [
      store.append('a', [happened(1)], 'any'),
      flat(store.readAll()),
      store.head(),
      store.end('b'),
      store.copy([]).then(() => store.head()),
    ];
    for (const outcome of await Promise.allSettled(calls)) {
      expect(outcome.status).toBe('rejected');
      expect((outcome as PromiseRejectedResult).reason).toBeInstanceOf(EventStoreUnavailable);
      expect(String((outcome as PromiseRejectedResult).reason)).toContain('does not answer');
    }
    server.wire.speakAgain();
    const { version } = await store.append('later', [happened(2)], 'no stream');
    expect(version).toBe(1);
  });

  it('that is silent is not waited for when the store is closed', async () => {
    const server = await start();
    const store = await open(server, impatient);
    const following = flat(store.subscribe(0n, new AbortController().signal));
    server.wire.fallSilent();
    const appending = expect(store.append('a', [happened(1)], 'any')).rejects.toThrow();
    await store.close();
    expect(await following).toEqual([]);
    await appending;
  });

  it('that is not there is named at the start, in one line that says what to do', async () => {
    const server = await start({ later: true });
    const opened = KurrentEventStore.open(server.url(), impatient);
    await expect(opened).rejects.toThrow(EventStoreUnavailable);
    await expect(opened).rejects.toThrow(
      new RegExp(
        `^the event store at 127\\.0\\.0\\.1:${server.wire.port} does not answer: start it, or correct EVENTSTORE_URL \\(.*\\)$`,
      ),
    );
  });

  it('that is slow to start is waited for', async () => {
    const server = await start({ later: true });
    const opened = open(server);
    await expect(KurrentEventStore.open(server.url(), impatient)).rejects.toThrow(EventStoreUnavailable);
    await server.start();
    expect(await (await opened).head()).toBe(0n);
  });

  it('that is no event store is called so', async () => {
    const other = createServer((_request, response) => response.end('Hello'));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    ends.push(async () => void other.close());
    const url = `esdb://127.0.0.1:${(other.address() as AddressInfo).port}?tls=false`;
    await expect(KurrentEventStore.open(url, impatient)).rejects.toThrow('correct EVENTSTORE_URL');
  });

  it('that refuses us says whose business it is', async () => {
    const server = await start();
    const store = await open(server);
    server.denyAccess();
    const why = /^the event store at .* refuses us: correct the user and the password in EVENTSTORE_URL/;
    await expect(store.head()).rejects.toThrow(why);
    await expect(store.append('a', [happened(1)], 'any')).rejects.toThrow(why);
    await expect(flat(store.subscribe(0n, new AbortController().signal))).rejects.toThrow(why);
  });

  it('that does not lead sends us to the one that does', async () => {
    const [follower, leader] = [await start(), await start()];
    follower.followAnother(leader);
    await (await open(leader)).append('a', [happened(1)], 'no stream');
    const store = await open(follower);
    expect(numbers(await flat(store.readAll()))).toEqual([1]);
    await store.append('a', [happened(2)], 1);
    expect(leader.log.stream('a')).toHaveLength(2);
    expect(follower.log.stream('a')).toEqual([]);
  });

  it('is found by the name of its cluster', async () => {
    const server = await start();
    const store = await KurrentEventStore.open(server.url('esdb+discover'));
    ends.push(() => store.close());
    expect((await store.append('a', [happened(1)], 'no stream')).version).toBe(1);
  });

  it('takes so much at once, and whoever sends more is told how much', async () => {
    const store = await open(await start());
    const large = { type: 'test.happened', data: { text: 'x'.repeat(1_100_000) } };
    await expect(store.append('a', [large], 'any')).rejects.toThrow(/takes 1048576 bytes at once/);
    expect(await flat(store.readAll())).toEqual([]);
  });

  it('lets go of the connection when the store is closed', async () => {
    const server = await start();
    const store = await open(server);
    const following = flat(store.subscribe(0n, new AbortController().signal));
    await store.append('a', [happened(1)], 'any');
    await store.close();
    await server.wire.idle();
    expect(numbers(await following).length).toBeLessThanOrEqual(1);
  });
});

describe('an append', () => {
  it.each<[Expected]>([['any'], ['no stream']])(
    'that was written when the connection broke is recorded once, and says where (expecting %s)',
    async (expected) => {
      const server = await start();
      const store = await open(server);
      server.onceWritten(() => {
        server.wire.cut();
        return true;
      });
      const { version, position } = await store.append('a', [happened(1), happened(2)], expected);
      expect(version).toBe(2);
      expect(numbers(await flat(store.readAll()))).toEqual([1, 2]);
      expect(await store.head()).toBe(position);
    },
  );

  it('whose acknowledgement gets lost is recorded once, also by a server that was started anew', async () => {
    const server = await start();
    const store = await open(server, { silence: 300 });
    server.onceWritten(() => {
      server.restart().catch(() => undefined);
      return false;
    });
    await store.append('a', [happened(1)], 'any');
    expect(numbers(await flat(store.readAll()))).toEqual([1]);
  });

  it('that is made again by whoever got no answer is recorded once', async () => {
    const server = await start();
    const store = await open(server, impatient);
    const event = { ...happened(1), id: randomUUID() };
    server.onceWritten(() => {
      server.wire.fallSilent();
      return true;
    });
    await expect(store.append('a', [event], 'any')).rejects.toThrow(EventStoreUnavailable);
    server.wire.speakAgain();
    expect((await store.append('a', [event], 'any')).version).toBe(1);
    expect(numbers(await flat(store.readAll()))).toEqual([1]);
  });

  it('goes through where somebody else writes all the time, if it may stand anywhere', async () => {
    const server = await start();
    const [one, other] = [await open(server), await open(server)];
    const writing = (store: KurrentEventStore) =>
      Promise.all(Array.from({ length: 20 }, (_, n) => store.append('a', [happened(n)], 'any')));
    await Promise.all([writing(one), writing(other)]);
    expect((await flat(one.readAll())).map(({ version }) => version)).toEqual(
      Array.from({ length: 40 }, (_, n) => n + 1),
    );
  });

  it('is refused under a name that is the server’s own', async () => {
    const store = await open(await start());
    await expect(store.append('$settings', [happened(1)], 'any')).rejects.toThrow('begins with $');
    await expect(store.append('a', [{ type: '$metadata', data: {} }], 'any')).rejects.toThrow('begins with $');
  });

  it('into a stream that an operator deleted finds it ended, and its past cannot be read', async () => {
    const server = await start();
    const store = await open(server);
    await store.append('a', [happened(1)], 'any');
    server.log.tombstone('a');
    await expect(flat(store.readAll())).resolves.toHaveLength(1);
    await expect(store.append('a', [happened(2)], 'any')).rejects.toThrow(StreamEnded);
    await expect(store.append('a', [happened(2)], 1)).rejects.toThrow(StreamEnded);
    await expect(
      flat(
        (async function* () {
          for await (const event of store.read('a')) yield [event];
        })(),
      ),
    ).rejects.toThrow('a was deleted for good');
  });
});

describe('whoever follows the log', () => {
  it('misses nothing and sees nothing twice while the server is started anew, again and again, and others write', async () => {
    const server = await start();
    const [reader, writer] = [await open(server), await open(server)];
    const stop = new AbortController();
    const seen: Recorded[] = [];
    const following = (async () => {
      for await (const page of reader.subscribe(0n, stop.signal)) {
        seen.push(...page);
        if (seen.length >= 120) break;
      }
    })();
    const write = async (stream: string) => {
      for (let n = 0; n < 60; n++) {
        await writer.append(stream, [happened(n)], 'any');
        if (stream === 'x' && n % 20 === 10) await server.restart();
        if (stream === 'y' && n % 20 === 15) server.wire.cut();
      }
    };
    await Promise.all([write('x'), write('y'), following]);
    expect(seen.map(({ position }) => position)).toEqual(
      (await flat(writer.readAll())).map(({ position }) => position),
    );
    expect(seen.map(({ stream }) => stream).filter((stream) => stream === 'x')).toHaveLength(60);
    expect(server.log.all.filter(({ stream }) => stream === 'x' || stream === 'y')).toHaveLength(120);
  });

  it('waits for a server that is away, and goes on from where it stood', async () => {
    const server = await start();
    const [reader, writer] = [await open(server, impatient), await open(server)];
    await writer.append('a', [happened(1)], 'any');
    const pages = reader.subscribe(0n, new AbortController().signal)[Symbol.asyncIterator]();
    expect(numbers((await pages.next()).value as Recorded[])).toEqual([1]);
    const next = pages.next();
    server.stop();
    await expect(reader.head()).rejects.toThrow(EventStoreUnavailable);
    await server.start();
    await writer.append('a', [happened(2)], 'any');
    expect(numbers((await next).value as Recorded[])).toEqual([2]);
    await pages.return?.();
  });

  it('is sent a page when it asks for one, and no sooner', async () => {
    const server = await start();
    const store = await open(server);
    await store.append(
      'a',
      Array.from({ length: 2_500 }, (_, n) => happened(n)),
      'any',
    );
    const before = server.calls.read;
    const pages = store.readAll()[Symbol.asyncIterator]();
    await pages.next();
    expect(server.calls.read).toBe(before + 1);
    await pages.next();
    expect(server.calls.read).toBe(before + 2);
    await pages.return?.();
  });

  it('is not shown what the server writes of itself, nor stopped by it', async () => {
    const server = await start();
    const store = await open(server);
    server.log.writeOfItsOwn(1_200);
    const { position } = await store.append('a', [happened(1)], 'any');
    server.log.writeOfItsOwn(2_300);
    expect(await store.head()).toBe(position);
    expect(numbers(await flat(store.readAll()))).toEqual([1]);
    expect(numbers(await flat(store.readAllBack()))).toEqual([1]);
    expect(await flat(store.readAll(position))).toEqual([]);
  });

  it('may ask for what is after the number before a position, or before the one after it, and gets the event there', async () => {
    const store = await open(await start());
    await store.append('a', [happened(1)], 'any');
    const { position } = await store.append('a', [happened(2)], 'any');
    await store.append('a', [happened(3)], 'any');
    expect(numbers(await flat(store.readAll(position - 1n)))).toEqual([2, 3]);
    expect(numbers(await flat(store.readAllBack(position + 1n)))).toEqual([2, 1]);
    expect(numbers(await flat(store.readAllBack(position * 1_000n)))).toEqual([3, 2, 1]);
    for (const nowhere of [position + 7n, position - 7n]) {
      await expect(flat(store.readAll(nowhere))).rejects.toThrow('no event stands at position');
      await expect(flat(store.readAllBack(nowhere))).rejects.toThrow('no event stands at position');
    }
  });

  it('is sent pages backwards from the event after which it may have asked for', async () => {
    const store = await open(await start());
    await store.append(
      'a',
      Array.from({ length: 1_500 }, (_, n) => happened(n)),
      'any',
    );
    const { position } = await store.append('b', [happened(1_500)], 'any');
    await store.append('b', [happened(1_501)], 'any');
    const pages: number[] = [];
    for await (const page of store.readAllBack(position + 1n)) pages.push(page.length);
    expect(pages).toEqual([1_000, 501]);
  });

  it('decides on what is really there', async () => {
    const store = await open(await start());
    await store.append('a', [happened(1)], 'any');
    await expect(store.append('a', [happened(2)], 2)).rejects.toThrow(WrongVersion);
    await expect(store.append('a', [happened(2)], 2)).rejects.toThrow('a is at version 1, not 2');
  });
});
