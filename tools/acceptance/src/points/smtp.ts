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

/** A provider does not say what it took before: a letter that was on its way at a kill may be lost, and is never sent twice. */
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
        const receivers = (await postOf(provider)()).filter(isDigest).map(({ to }) => to);
        const unknown = (await eventsIn(room.data, 'letter.unknown')).length;
        assert.equal(new Set(receivers).size, receivers.length, 'nobody has two letters');
        assert.ok(receivers.length >= subscribers - unknown, `${receivers.length} letters, ${unknown} unknown`);
        return `${subscribers} people and ${times} kills (seed ${seed}): ${receivers.length} have their letter, nobody has two, of ${unknown} letters it is unknown and on record`;
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
