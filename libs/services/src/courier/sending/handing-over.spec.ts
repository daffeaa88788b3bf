import { EventEmitter, once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Recorded } from '@relais/event-sourcing';
import { EventStore, SqliteEventStore } from '@relais/event-store';
import { KeyRing } from '@relais/transport';
import { freePort, startSmtp } from '@relais/transport/testing';
import type { PersonId } from '@relais/vocabulary';
import { HubUnderTest, outbox, repository, Spawned } from '../../testing/index.js';
import { neverLeft } from '../ledger/ledger.js';
import { addressOf, compose, list, now, perType, subscribers } from '../testing/subscribed.js';

/** Over how many lines a courier hands letters over at the same time. */
const lines = 8;

/** A mail provider that takes its time at each step, and says what it has come to. */
class Provider {
  readonly taken: string[] = [];
  readonly #steps = new EventEmitter();
  /** Before it accepts a receiver, and before it says that it took a letter. */
  beforeReceiver: (to: string) => Promise<unknown> = async () => undefined;
  beforeAnswer: () => Promise<unknown> = () => new Promise((resolve) => setTimeout(resolve, 15));
  readonly #server = startSmtp({
    onRcptTo: ({ address }, _session, done) => {
      this.#steps.emit('began');
      void this.beforeReceiver(address).then(
        () => done(),
        (error: Error) => done(error),
      );
    },
    onData: (stream, { envelope }, done) =>
      void stream.resume().on('end', () => {
        this.taken.push(envelope.rcptTo[0]?.address ?? '');
        this.#steps.emit('took');
        void this.beforeAnswer().then(() => done());
      }),
  });

  async url(): Promise<string> {
    return `smtp://127.0.0.1:${(await this.#server).port}?ignoreTLS=true`;
  }

  /** Resolves when it was asked to take, or took, so many letters more. */
  async next(step: 'began' | 'took', count: number): Promise<void> {
    for (let seen = 0; seen < count; seen++) await once(this.#steps, step);
  }

  async close(): Promise<void> {
    await (await this.#server).close();
  }
}

const never = (): Promise<never> => new Promise(() => undefined);

describe('handing over a letter', () => {
  const provider = new Provider();
  let hub: HubUnderTest;
  beforeAll(async () => {
    hub = await HubUnderTest.start({ environment: { RELAIS_NOW: now, SMTP_URL: await provider.url() } });
    await subscribers(hub, 3);
    provider.beforeReceiver = async (to) => {
      if (to === addressOf(0)) throw Object.assign(new Error('no such mailbox'), { responseCode: 550 });
      if (to === addressOf(1))
        await hub
          .get(EventStore)
          .append(
            'subscription-s1',
            [{ type: 'subscription.ended', data: { subscription: 's1', list, reason: 'left' } }],
            2,
          );
    };
    await compose(hub);
  });
  afterAll(async () => {
    await hub.end();
    await provider.close();
  });

  const historyOf = async (subscription: string): Promise<Recorded[]> => {
    const all = await hub.events();
    const intended = all.find(
      ({ type, data }) =>
        type === 'letter.intended' && (data as { subscription: string }).subscription === subscription,
    );
    return all.filter(({ stream }) => stream === intended?.stream);
  };

  it('is recorded with its end when the letter was turned away before it could leave', async () => {
    expect(await historyOf('s0')).toMatchObject([
      { type: 'letter.intended' },
      { type: 'letter.handed-over', data: { attempt: 1 } },
      { type: 'letter.refused', data: { code: '550', permanent: true } },
    ]);
  });

  it('does not happen to a letter whose receiver leaves while the line is opened', async () => {
    expect(await historyOf('s1')).toMatchObject([
      { type: 'letter.intended' },
      { type: 'letter.refused', data: { code: 'left', permanent: true } },
    ]);
    expect(provider.taken).toEqual([addressOf(2)]);
  });
});

describe('a courier that is killed while it hands over by SMTP', () => {
  let provider: Provider;
  let folder: string;
  let environment: Readonly<Record<string, string>>;
  beforeEach(async () => {
    provider = new Provider();
    folder = mkdtempSync(join(tmpdir(), 'relais-killed-'));
    environment = {
      ...{ RELAIS_DATA: folder, RELAIS_CONFIG: join(repository, 'relais.yaml'), RELAIS_NOW: now },
      ...{ PORT: String(await freePort()), SMTP_URL: await provider.url() },
    };
  });
  afterEach(async () => {
    await Spawned.stopAll();
    await provider.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const withHub = async <Result>(work: (hub: HubUnderTest) => Promise<Result>): Promise<Result> => {
    const hub = await HubUnderTest.start({ folder, environment: { RELAIS_NOW: now, SMTP_URL: await provider.url() } });
    try {
      return await work(hub);
    } finally {
      await hub.stop();
    }
  };
  const addressed = (people: number): Promise<void> => withHub((hub) => subscribers(hub, people));
  const send = (): Spawned => Spawned.start('cli', environment, 'digest', '--list', list);
  const killedAt = async (moment: Promise<void>): Promise<void> => {
    const courier = send();
    await moment;
    await courier.stop('SIGKILL');
  };
  /** Lets a last courier bring the issue to its end: who had a letter, and what is on record. */
  const outcome = async () => {
    expect((await send().ended).code).toBe(0);
    return withHub(async (hub) => {
      await hub.recorded('digest.completed');
      const letters = await hub.events(
        'letter.intended',
        'letter.handed-over',
        'letter.accepted',
        'letter.refused',
        'letter.unknown',
      );
      return { taken: provider.taken.toSorted(), recorded: perType(letters), letters };
    });
  };
  const everybody = (people: number): string[] => Array.from({ length: people }, (_, n) => addressOf(n)).sort();

  it('loses no letter whose end could not leave yet', async () => {
    const people = 2 * lines + 1;
    await addressed(people);
    provider.beforeReceiver = never;
    await killedAt(provider.next('began', lines));
    provider.beforeReceiver = async () => undefined;
    const { taken, recorded } = await outcome();
    expect(taken).toEqual(everybody(people));
    expect(recorded).toEqual({ 'letter.intended': people, 'letter.handed-over': people, 'letter.accepted': people });
  });

  it('sends none twice of which it could not hear that they were taken', async () => {
    const people = 2 * lines + 1;
    await addressed(people);
    provider.beforeAnswer = never;
    await killedAt(provider.next('took', lines));
    provider.beforeAnswer = async () => undefined;
    const { taken, recorded } = await outcome();
    expect(taken).toEqual(everybody(people));
    expect(recorded).toMatchObject({ 'letter.accepted': people - lines, 'letter.unknown': lines });
  });

  it('sends nobody two, and has on record whoever may have none: at most a letter a line for each kill', async () => {
    const people = 60;
    await addressed(people);
    const kills = [
      ['took', 5],
      ['began', 7],
      ['took', 9],
      ['began', 6],
      ['took', 4],
      ['began', 8],
    ] as const;
    for (const [step, count] of kills) await killedAt(provider.next(step, count));
    const { taken, recorded, letters } = await outcome();
    expect(new Set(taken).size).toBe(taken.length);
    const unknown = new Set(letters.filter(({ type }) => type === 'letter.unknown').map(({ stream }) => stream));
    const mayHaveNone = letters
      .filter(({ type, stream }) => type === 'letter.intended' && unknown.has(stream))
      .map(({ data }) => addressOf(Number((data as { subscription: string }).subscription.slice(1))));
    expect(everybody(people).filter((one) => !taken.includes(one) && !mayHaveNone.includes(one))).toEqual([]);
    expect(unknown.size).toBeLessThanOrEqual(kills.length * lines);
    expect(recorded['letter.accepted']).toBe(people - unknown.size);
  });
});

describe('a letter that never left', () => {
  it('goes out at the next start, also when the courier ended right after it found that out', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'relais-left-'));
    const [store, keys] = [
      SqliteEventStore.open(join(folder, 'log.db')),
      KeyRing.open({ keyFile: join(folder, 'master.key'), database: join(folder, 'keys.db') }),
    ];
    const [letter, subscription, person] = ['l1', 's1', 'p1' as PersonId];
    const of = { subscription, list };
    await store.append(
      `subscription-${subscription}`,
      [
        {
          type: 'subscription.requested',
          data: {
            ...{ ...of, person, language: 'fr' },
            ...{ address: await keys.seal(person, addressOf(1)), lookup: keys.lookup(addressOf(1)) },
            consent: { wording: 'info-1-fr', hash: '0'.repeat(64), form: '/abonnement' },
          },
        },
      ],
      'no stream',
    );
    await store.append(
      `letter-${letter}`,
      [
        { type: 'letter.intended', data: { letter, ...of, purpose: 'confirmation' } },
        { type: 'letter.handed-over', data: { letter, attempt: 1 } },
        { type: 'letter.refused', data: { letter, code: neverLeft, permanent: false } },
      ],
      'no stream',
    );
    await Promise.all([store.close(), keys.close()]);
    // Its clock goes: whoever waits for a minute waits for a minute.
    const hub = await HubUnderTest.start({ folder });
    await hub.recorded('letter.accepted');
    expect((await outbox(folder)).map(({ to }) => to?.[0]?.address)).toEqual([addressOf(1)]);
    await hub.stop();
    rmSync(folder, { recursive: true, force: true });
  });
});
