import { bad, good, messageOf, type Examination } from './examination.js';

/** How long Redis may take to answer, in milliseconds. */
const patience = 3_000;

export const queue: Examination = {
  name: 'queue',
  async look({ redisUrl }) {
    if (redisUrl === undefined) return good('embedded');
    // Loaded only where it is used.
    const { Redis } = await import('ioredis');
    const redis = new Redis(redisUrl, {
      lazyConnect: true,
      connectTimeout: patience,
      maxRetriesPerRequest: 0,
      retryStrategy: () => null,
    });
    // What fails is told by the call below as well.
    redis.on('error', () => undefined);
    try {
      await redis.connect();
      await redis.ping();
      return good(`Redis at ${new URL(redisUrl).host} answers`);
    } catch (error) {
      return bad(`Redis at ${new URL(redisUrl).host}: ${messageOf(error)}`, 'start it, or correct REDIS_URL');
    } finally {
      redis.disconnect();
    }
  },
};
