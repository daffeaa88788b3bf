import assert from 'node:assert/strict';
import { startRedis, startSmtp, type Provider, type Taken } from '@relais/transport/testing';
import type { SMTPServerOptions } from 'smtp-server';
import { eventsIn, whenThereAre } from '../event-log.ts';
import { isDigest, outboxOf, readLetter } from '../letters.ts';
import { digest, mainRun } from '../main-run.ts';
import type { Point } from '../point.ts';
import { randomOf, seedOfToday, spreadOver } from '../random.ts';
import { Room, today } from '../room.ts';
import { subscribe, type Post } from '../subscribers.ts';
import { until } from '../until.ts';
import { needRedis } from '../need-redis.ts';

const environment = { ...today, PUBLIC_URL: 'https://relais.exemple.test', MAIL_FROM: 'relais@exemple.test' };
const services = ['projector', 'collector', 'courier', 'portal'] as const;
const subscribers = 60;
const times = 8;
/** How many letters a courier hands over at the same time. */
const hands = 4;

const postOf =
  ({ taken }: Provider): Post =>
  () =>
    Promise.all(taken.map(({ raw }) => readLetter(raw)));

/** Takes a letter and says so only after a while, as providers do: whoever is killed meanwhile cannot know that it was taken. */
const slowly = async (): Promise<Provider> => {
  const taken: Taken[] = [];
  const onData: SMTPServerOptions['onData'] = (stream, { envelope, secure }, done) => {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => {
      const to = envelope.rcptTo.map(({ address }) => address);
      taken.push({ from: '', to, raw: Buffer.concat(parts), secure });
      setTimeout(done, 15);
    });
  };
  return { ...(await startSmtp({ onData })), taken };
};

const withProvider = async <Result>(
  work: (provider: Provider, url: string) => Promise<Result>,
  started: () => Promise<Provider> = startSmtp,
): Promise<Result> => {
  const provider = await started();
  try {
    return await work(provider, `smtp://127.0.0.1:${provider.port}`);
  } finally {
    await provider.close();
  }
};

const toOutbox = () =>
  Room.with(environment, async (room) => {
    await room.hub();
    return mainRun(room, () => outboxOf(room.data));
  });

const byHub = () =>
  withProvider((provider, url) =>
    Room.with({ ...environment, SMTP_URL: url }, async (room) => {
      await room.hub();
      return mainRun(room, postOf(provider));
    }),
  );

const byFourServices = async () => {
  const redis = await startRedis();
  try {
    return await withProvider((provider, url) =>
      Room.with({ ...environment, SMTP_URL: url, REDIS_URL: redis.url }, async (room) => {
        await Promise.all(services.map((name) => room.service(name).ready()));
        await until('all that was collected', async () =>
          (await room.site.text('/lille/agenda')).includes('jeudi 26 novembre 2026') ? true : undefined,
        );
        return mainRun(room, postOf(provider));
      }),
    );
  } finally {
    await redis.stop();
  }
};

/** Which letters of the issue there are on record and with which end, by what their Message-ID begins with. */
const ledgerOf = async (room: Room) => {
  const events = await eventsIn(
    room.data,
    'letter.intended',
    'letter.handed-over',
    'letter.accepted',
    'letter.unknown',
  );
  const idOf = ({ stream }: { stream: string }): string => stream.slice('letter-'.length);
  const ofIssue = new Set(
    events.flatMap((one) => (one.type === 'letter.intended' && 'issue' in one.data ? [idOf(one)] : [])),
  );
  const those = (type: string): string[] =>
    events
      .filter((one) => one.type === type)
      .map(idOf)
      .filter((id) => ofIssue.has(id));
  return { accepted: new Set(those('letter.accepted')), unknown: new Set(those('letter.unknown')), intended: ofIssue };
};

/**
 * A provider does not say what it took before: a letter whose end was on its way at a kill may be lost, and is never sent twice.
 * Every other letter arrives.
 */
const interrupted = (seed: number): Promise<string> =>
  withProvider(
    (provider, url) =>
      Room.with({ ...environment, SMTP_URL: url }, async (room) => {
        const random = randomOf(seed);
        const people = Array.from({ length: subscribers }, (_, index) => `personne-${index}@exemple.test`);
        let hub = await room.hub();
        await subscribe(room.site, postOf(provider), people);
        const from = (await eventsIn(room.data)).length + 1;
        const asked = digest(room).catch(() => undefined);
        for (const events of spreadOver(from, from + subscribers * 3, times, random)) {
          const ended = new AbortController();
          hub.ended.finally(() => ended.abort()).catch(() => undefined);
          await whenThereAre(events, room.data, ended.signal);
          await new Promise((resolve) => setTimeout(resolve, random() * 4));
          await hub.stop('SIGKILL');
          hub = await room.hub();
        }
        await asked;
        await until('the end of the issue', async () => (await eventsIn(room.data, 'digest.completed'))[0], 3);
        const letters = (await postOf(provider)()).filter(isDigest);
        const arrived = new Set(letters.map((one) => /^<([^@]+)@/.exec(one.header('message-id') ?? '')?.[1] ?? ''));
        const { intended, accepted, unknown } = await ledgerOf(room);
        const lost = [...intended].filter((id) => !arrived.has(id));
        assert.equal(new Set(letters.map(({ to }) => to)).size, letters.length, 'nobody has two letters');
        assert.deepEqual([intended.size, accepted.size + unknown.size], [subscribers, subscribers], 'each has one end');
        assert.deepEqual(
          [...accepted].filter((id) => !arrived.has(id)),
          [],
          'what was accepted has arrived',
        );
        assert.deepEqual(
          lost.filter((id) => !unknown.has(id)),
          [],
          'whoever has no letter is on record as unknown',
        );
        assert.ok(unknown.size <= times * hands, `${unknown.size} letters are unknown after ${times} kills`);
        assert.ok(lost.length < times, `${lost.length} letters were lost by ${times} kills`);
        const perKill = (lost.length / times).toFixed(2);
        return `${subscribers} people and ${times} kills (seed ${seed}): ${letters.length} have their letter, nobody has two; of ${unknown.size} letters it is unknown and on record, ${lost.length} of them were lost (${perKill} a kill)`;
      }),
    slowly,
  );

export const smtp: Point = {
  name: 'smtp',
  claims: 'the same letters by SMTP, also by four services with Redis; none twice, whatever is killed',
  async show() {
    needRedis();
    const expected = await toOutbox();
    assert.deepEqual(await byHub(), expected, 'letters by SMTP are those of the outbox');
    assert.deepEqual(await byFourServices(), expected, 'letters of the four services are those of the hub');
    const crowd = await interrupted(seedOfToday());
    return {
      seen: `${expected.length} letters, the same in the outbox, by SMTP, and by four services with SMTP and Redis; ${crowd}`,
    };
  },
};
