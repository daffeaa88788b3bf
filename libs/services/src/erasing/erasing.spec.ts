import { createPublicKey, verify } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Redis } from 'ioredis';
import { EventStore } from '@relais/event-store';
import { ReadModels, subscribers } from '@relais/read-models';
import { Keys, KeyRing, Queue } from '@relais/transport';
import { describeWithRedis, startRedis } from '@relais/transport/testing';
import { StillWanted } from '../subscribers/still-wanted.js';
import { outbox, Spawned, type HubUnderTest } from '../testing/index.js';
import { signedText, type Certificate } from './certificate.js';
import type { Erasure } from './erasing.js';
import {
  alice,
  bob,
  canBeRead,
  copyOf,
  folderOfAliceAndBob,
  hubOver,
  newFolder,
  now,
  relais,
  removed,
  wishesOf,
} from './testing/alice.js';
import { holds, piecesOf, tracesOf } from './testing/traces.js';

const spki = Buffer.from('302a300506032b6570032100', 'hex');
const erasures = ({ stdout }: { stdout: string }): Erasure[] =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Erasure)
    .filter(({ person }) => person !== undefined);
const certificateOf = (folder: string, person: string): Certificate =>
  JSON.parse(readFileSync(join(folder, 'erasures', `${person}.json`), 'utf8')) as Certificate;

let made: string;
let folder: string;
let hub: HubUnderTest;
beforeAll(async () => {
  made = await folderOfAliceAndBob();
});
beforeEach(() => {
  folder = copyOf(made);
});
afterEach(async () => {
  await Spawned.stopAll();
  await hub.stop();
  removed(folder);
});
afterAll(() => removed(made));

/** Asserts that Alice is in her letters and nowhere else, then erases her, then asserts that she is nowhere. */
const forgotten = async (): Promise<readonly Erasure[]> => {
  const before = tracesOf(alice, folder);
  expect(before).toHaveLength(4);
  expect(before.filter((file) => !/^outbox\/[0-9a-f]{24}\.eml$/.test(file))).toEqual([]);
  const { code, stdout, stderr } = await relais(
    folder,
    ['erase', '--address', '-', '--json'],
    `${alice.toUpperCase()}\n`,
  );
  expect([code, stderr]).toEqual([0, '']);
  expect(holds(Buffer.from(stdout), alice)).toBe(false);
  expect(tracesOf(alice, folder)).toEqual([]);
  return erasures({ stdout });
};

describe('a person who is erased beside a running hub', () => {
  beforeEach(async () => {
    hub = await hubOver(folder);
  });

  it('is nowhere in the data folder any more, while it runs and after, and nobody else is touched', async () => {
    const [wishes, others] = [await wishesOf(hub, alice), await wishesOf(hub, bob)];
    const erased = await forgotten();
    expect(erased.map(({ person }) => person).sort()).toEqual(wishes.map(({ person }) => person).sort());
    for (const wish of wishes) expect(await canBeRead(hub, wish)).toBe(false);
    for (const wish of others) expect(await canBeRead(hub, wish)).toBe(true);
    expect((await outbox(folder)).map(({ to }) => to?.[0]?.address)).toEqual([bob, bob]);
    const ended = (await hub.events('subscription.ended')).map(({ data }) => data);
    expect(ended).toEqual(wishes.map(({ subscription, list }) => ({ subscription, list, reason: 'erased' })));
    await hub.stop();
    expect(tracesOf(alice, folder)).toEqual([]);
    expect(tracesOf(bob, folder)).toHaveLength(2);
  });

  it('leaves in the read models what keeps others from adding them, and may ask again themselves', async () => {
    const lookup = hub.get(Keys).lookup(alice);
    const rows = () => hub.get(ReadModels).find(subscribers, { where: { lookup } });
    await forgotten();
    expect(rows().map(({ row: { status, erased, address } }) => [status, erased, address])).toEqual([
      ...[0, 1].map(() => ['ended', true, undefined]),
    ]);
    const letters = (await hub.events('letter.accepted')).length;
    await hub.post('/lille/abonnement', { liste: 'info-lille', adresse: alice, langue: 'fr', consentement: 'oui' });
    await hub.recorded('letter.accepted', letters + 1);
    const wishes = await wishesOf(hub, alice);
    expect(new Set(wishes.map(({ person }) => person)).size).toBe(3);
    expect(rows().filter(({ row }) => row.status === 'requested')).toHaveLength(1);
  });

  it('has not even what was sealed of them in the read models, once the hub has stopped', async () => {
    const sealed = (await wishesOf(hub, alice)).map(({ address }) => address);
    const holding = () => sealed.filter((one) => piecesOf(one, join(folder, 'read-models')).length > 0);
    expect(holding()).toEqual(sealed);
    await forgotten();
    await hub.stop();
    expect(holding()).toEqual([]);
  });

  it('gets a certificate for each wish, which the hub signed: what there was, since when it is gone, where it stands', async () => {
    const publicKey = Buffer.from(hub.get(Keys).signer('erasures').publicKey);
    const key = createPublicKey({ key: Buffer.concat([spki, publicKey]), format: 'der', type: 'spki' });
    for (const { person, found, certificate } of await forgotten()) {
      expect(certificate).toBe(join(folder, 'erasures', `${person}.json`));
      const said = certificateOf(folder, person);
      const [event] = (await hub.events('person.erased')).filter(({ stream }) => stream === `person-${person}`);
      expect(said).toMatchObject({
        ...{ certificate: 'relais-erasure', version: 1, person },
        ...{
          destroyed: { keys: 1, subscriptions: 1, letters: 2 },
          begun: expect.any(String),
          done: expect.any(String),
        },
        ...{ log: { position: String(event?.position), event: event?.id } },
      });
      expect(found).toEqual(said.destroyed);
      const value = Buffer.from(said.signature?.value ?? '', 'base64');
      expect(verify(null, Buffer.from(signedText(said)), key, value)).toBe(true);
      expect(verify(null, Buffer.from(signedText({ ...said, done: now })), key, value)).toBe(said.done === now);
    }
  });

  it('is erased once: doing it again finds nothing, and changes nothing', async () => {
    const [first] = await forgotten();
    const [events, certificate] = [(await hub.events()).length, certificateOf(folder, first?.person ?? '')];
    const again = erasures(await relais(folder, ['erase', '--person', first?.person ?? '', '--json']));
    expect(again.map(({ outcome }) => outcome)).toEqual(['erased-before', 'erased-before']);
    expect((await hub.events()).length).toBe(events);
    expect(certificateOf(folder, first?.person ?? '')).toEqual(certificate);
  });

  it('is only looked at by a dry run, which says what would go', async () => {
    const [events, traces] = [(await hub.events()).length, tracesOf(alice, folder)];
    const { code, stdout } = await relais(folder, ['erase', '--address', alice, '--dry-run', '--json']);
    expect(code).toBe(0);
    expect(erasures({ stdout }).map(({ outcome, found }) => [outcome, found])).toEqual(
      [0, 1].map(() => ['foreseen', { keys: 1, subscriptions: 1, letters: 2 }]),
    );
    expect((await hub.events()).length).toBe(events);
    expect(tracesOf(alice, folder)).toEqual(traces);
    for (const wish of await wishesOf(hub, alice)) expect(await canBeRead(hub, wish)).toBe(true);
  });

  it('is nowhere any more where an import brought them, and is brought back by none', async () => {
    const carol = 'Carole.Dumont@exemple.test';
    const file = join(newFolder(), 'members.csv');
    writeFileSync(file, `Courriel;Depuis\n${carol};2019-05-04\n`);
    const words = ['subscribers', 'import', file, '--list', 'info-lille'];
    expect((await relais(folder, words)).stdout).toContain('1 imported');
    await hub.shown();
    await hub.get(StillWanted).look();
    await hub.recorded('letter.accepted', 7);
    expect(tracesOf(carol, folder)).toHaveLength(1);
    expect((await relais(folder, ['erase', '--address', '-'], carol)).code).toBe(0);
    expect(tracesOf(carol, folder)).toEqual([]);
    expect((await relais(folder, words)).stdout).toContain('0 imported, 0 subscribed already, 1 had left');
    await hub.stop();
    expect(tracesOf(carol, folder)).toEqual([]);
    removed(dirname(file));
  });

  it('has no key in what a restore put aside', async () => {
    const aside = join(folder, 'replaced-20261101T000000Z', 'keys.db');
    const [wish] = await wishesOf(hub, alice);
    if (wish === undefined) throw new Error('Alice has no wish');
    await hub.stop();
    mkdirSync(join(folder, 'replaced-20261101T000000Z'));
    copyFileSync(join(folder, 'keys.db'), aside);
    await forgotten();
    const ring = KeyRing.open({ keyFile: join(folder, 'master.key'), database: aside });
    expect(await ring.open(wish.person, wish.address)).toBeUndefined();
    await ring.close();
  });

  it.each([
    [['erase'], 2, 'whom?'],
    [['erase', '--person', 'p', '--address', alice], 2, 'whom?'],
    [['erase', '--address', 'alice'], 2, 'takes one address'],
    [['erase', '--person', 'nobody'], 1, 'knows nobody of this id or address: nothing was changed'],
    [['erase', '--address', 'carol@exemple.test'], 1, 'knows nobody of this id or address: nothing was changed'],
  ] as const)('%j ends with %d and one line that names no address', async (words, code, line) => {
    const { stderr, stdout, ...ended } = await relais(folder, words);
    expect([ended.code, stdout, stderr.trim().split('\n').length]).toEqual([code, '', 1]);
    expect(stderr).toContain(line);
    expect([alice, 'carol@exemple.test'].some((address) => holds(Buffer.from(stderr), address))).toBe(false);
  });
});

describeWithRedis('a person who is erased where alarms are in Redis', () => {
  /** Everything that a Redis holds, as it holds it. */
  const contents = async (url: string): Promise<string> => {
    const redis = new Redis(url);
    try {
      await redis.config('SET', 'rdbcompression', 'no');
      const held: string[] = [];
      for (const key of await redis.keys('*')) held.push(key, ((await redis.dumpBuffer(key)) ?? '').toString('latin1'));
      return held.join('\n');
    } finally {
      redis.disconnect();
    }
  };

  it('is nowhere in it, nor in the data folder, and no alarm is left for their letters', async () => {
    const redis = await startRedis();
    try {
      hub = await hubOver(folder, { REDIS_URL: redis.url });
      const [wish] = await wishesOf(hub, alice);
      const waiting = { letter: 'letter-that-waits', subscription: wish?.subscription, list: wish?.list };
      await hub.get(EventStore).append(
        `letter-${waiting.letter}`,
        [
          { type: 'letter.intended', data: { ...waiting, purpose: 'digest', issue: 'info-lille-2026-10' } },
          { type: 'letter.handed-over', data: { letter: waiting.letter, attempt: 1 } },
          { type: 'letter.refused', data: { letter: waiting.letter, code: '451', permanent: false } },
        ],
        'no stream',
      );
      await hub.get(Queue).set({ kind: 'letter', id: waiting.letter, at: '2027-01-01T00:00:00Z' });
      const before = await contents(redis.url);
      expect([before.includes(waiting.letter), holds(Buffer.from(before, 'latin1'), alice)]).toEqual([true, false]);
      await forgotten();
      const after = await contents(redis.url);
      expect([after.includes(waiting.letter), holds(Buffer.from(after, 'latin1'), alice)]).toEqual([false, false]);
      const [last] = (await hub.events('letter.refused')).slice(-1);
      expect(last?.data).toEqual({ letter: waiting.letter, code: 'erased', permanent: true });
      await hub.stop();
      expect(tracesOf(alice, folder)).toEqual([]);
    } finally {
      await hub.stop();
      await redis.stop();
    }
  });
});
