import cookie from '@fastify/cookie';
import { Module, type DynamicModule, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ErasingModule } from '../erasing/erasing.module.js';
import { NotaryModule } from '../notary/notary.module.js';
import type { Deployment } from '../wiring/deployment.js';
import { SubscribersModule } from '../subscribers/subscribers.module.js';
import { WiringModule } from '../wiring/wiring.module.js';
import { logger } from './log.js';
import type { Part } from './part.js';
import { SilentConnections } from './silent-connections.js';

@Module({})
class RelaisModule {
  static of(deployment: Deployment, parts: readonly Part[]): DynamicModule {
    return {
      module: RelaisModule,
      imports: [
        WiringModule.of(deployment),
        NotaryModule,
        ErasingModule,
        SubscribersModule,
        ...parts.map(({ module }) => module),
      ],
    };
  }
}

/** The most that a form of ours can be, in bytes: announcements are pasted, and an accent is six of them. */
const largestForm = 131_072;

/** These parts in one process, without a server. Adapters that cannot be opened reject with one clear line. */
export const context = (deployment: Deployment, parts: readonly Part[]): Promise<INestApplicationContext> =>
  NestFactory.createApplicationContext(RelaisModule.of(deployment, parts), { logger, abortOnError: false });

/** The same with the portal's server, which does not listen yet. */
export const server = async (deployment: Deployment, parts: readonly Part[]): Promise<NestFastifyApplication> => {
  const adapter = new FastifyAdapter({ bodyLimit: largestForm, routerOptions: { maxParamLength: 2_000 } });
  const application = await NestFactory.create<NestFastifyApplication>(RelaisModule.of(deployment, parts), adapter, {
    logger,
    abortOnError: false,
  });
  await application.register(cookie);
  // Mail programs unsubscribe with a body of whatever kind; only our own forms are read.
  const fastify = application.getHttpAdapter().getInstance();
  fastify.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, _body, done) => done(null, {}));
  const silent = new SilentConnections(fastify.server);
  fastify.addHook('preClose', (done) => {
    silent.end();
    done();
  });
  return application;
};
