import { Redis } from 'ioredis';
import { Queue } from '@relais/transport';
import { describeWithRedis, startRedis, type TestRedis } from '@relais/transport/testing';
import { Collector } from '../collector/collector.js';
import { answers, HubUnderTest, SourcesUnderTest, oneAssembly, outbox } from '../testing/index.js';

/** Everything that a Redis holds, as text. */
const contents = async (url: string): Promise<string> => {
  const redis = new Redis(url);
  try {
    const held: string[] = [];
    for (const key of await redis.keys('*')) held.push(key, ((await redis.dumpBuffer(key)) ?? '').toString('latin1'));
    return held.join('\n');
  } finally {
    redis.disconnect();
  }
};

const rss = (title: string): string =>
  `<rss version="2.0"><channel><title>F</title><item><guid>1</guid><title>${title}</title></item></channel></rss>`;

describeWithRedis('a hub whose alarms are in Redis', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  it('writes the same letters, and Redis learns of nobody', async () => {
    const hub = await HubUnderTest.start({
      configuration: oneAssembly(),
      environment: { REDIS_URL: redis.url },
    });
    try {
      await hub.post('/abonnement', { liste: 'info-lille', adresse: 'alice@exemple.test', consentement: 'oui' });
      await hub.recorded('letter.accepted');
      expect((await outbox(hub.folder)).map(({ to }) => to?.[0]?.address)).toEqual(['alice@exemple.test']);
      const held = await contents(redis.url);
      expect(held).toContain('relais:alarms:still-wanted');
      expect(held).not.toContain('alice');
    } finally {
      await hub.end();
    }
  });

  it('reads a source when its alarm rings, and sets the next one', async () => {
    const web = new SourcesUnderTest();
    await web.start();
    web.answer('/feed', answers.text(rss('Un')));
    const configuration = oneAssembly({ id: 'feed', url: web.at('/feed') });
    const hub = await HubUnderTest.start({ configuration, environment: { REDIS_URL: redis.url } });
    try {
      await hub.recorded('source.item-published');
      // What was read at the start has its next alarm when another reading of it is through.
      await hub.get(Collector).collect(undefined);
      web.answer('/feed', answers.text(rss('Un, corrigé')));
      await hub.get(Queue).set({ kind: 'collect', id: 'feed', at: new Date().toISOString() });
      await hub.recorded('source.item-revised');
      expect(await hub.text('/lille')).toContain('Un, corrigé');
      expect(await contents(redis.url)).toContain('feed');
    } finally {
      await hub.end();
      await web.stop();
    }
  });
});
